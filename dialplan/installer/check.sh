# shellcheck shell=bash disable=SC2154
# Asks a running Asterisk whether everything is there, and says in words what is not. Sourced by install.sh.

readonly MODULES=(res_agi res_curl res_musiconhold app_queue app_stack app_read app_playback app_playtones app_channelredirect app_exec
  app_while app_verbose func_base64 func_callerid func_cdr func_channel func_curl func_cut func_db func_dialplan func_global
  func_logic func_module func_rand func_strings func_talkdetect func_timeout func_uri format_wav format_pcm format_sln)
readonly CONTEXTS=(quell-screen quell-fields quell-host quell-late quell-guard quell-unguard quell-listen quell-challenge quell-ask quell-dialogue
  quell-release quell-deterrent quell-key quell-back quell-flagged quell-undo quell-peer quell-moved quell-agent quell-ended quell-dialled
  quell-tell quell-keep quell-post quell-retell quell-say)
readonly LANGUAGES=(en zh) FORMATS=(wav sln16 alaw ulaw g722)

asterisk_cli() {  # asterisk_cli COMMAND
  local command=(asterisk -rx "$1")
  if [[ -f $root$etc/asterisk.conf ]]; then command=(asterisk -C "$etc/asterisk.conf" -rx "$1"); fi
  if [[ -n $root ]]; then command=(chroot "$root" "${command[@]}"); fi
  "${command[@]}" 2>/dev/null
}

asterisk_runs() { has 'core show uptime' 'uptime'; }

reload_asterisk() {
  local command
  if ! asterisk_runs; then say "Asterisk is not running: nothing to reload"; return; fi
  touch -c "$root$etc/quell_musiconhold.conf"   # a music class is read again only when its file looks newer
  for command in 'dialplan reload' 'queue reload all' 'moh reload' 'module reload features' 'manager reload'; do
    asterisk_cli "$command" >/dev/null || say "Asterisk did not take '$command'"
  done
  sleep 1
}

wrong=0
missing() { wrong=$((wrong + 1)); say "MISSING  $*"; }
fine() { say "ok       $*"; }

# has COMMAND PATTERN: the console's answer holds a line that matches. Read whole, so that a closed pipe fails nothing.
has() { local answer; answer=$(asterisk_cli "$1") || true; grep -qE -- "$2" <<<"$answer"; }

check() {
  check_prompts
  if ! asterisk_runs; then
    if [[ $mode == check ]]; then missing "a running Asterisk: start it, then dialplan/install.sh --check"; else say "note     Asterisk is not running: the rest is checked by dialplan/install.sh --check later"; fi
  else
    check_modules; check_dialplan; check_queue; check_manager; check_playable; check_site
    if ((!wrong)); then say "All is in place."; fi
  fi
  if ((wrong)); then fail "$wrong thing(s) missing, see above"; fi
}

check_modules() {
  local module list before=$wrong; list=$(asterisk_cli 'module show')
  for module in "${MODULES[@]}"; do
    grep -qE "^$module\.so .*Running" <<<"$list" || missing "module $module: load it (module load $module.so), or install the package that has it"
  done
  if ((wrong == before)); then fine "all ${#MODULES[@]} modules run"; fi
  grep -qE '^res_stir_shaken\.so .*Running' <<<"$list" || say "note     no res_stir_shaken: callers' attestation stays unknown"
  grep -qE '^chan_pjsip\.so .*Running' <<<"$list" || say "note     no chan_pjsip: headers, packet counts and refusals with 608 are left out"
  if grep -qE '^chan_pjsip\.so .*Running' <<<"$list" && ! grep -qE '^res_pjsip_header_funcs\.so .*Running' <<<"$list"; then
    say "note     no res_pjsip_header_funcs: From, P-Asserted-Identity and Priority are not read, so an emergency call-back is screened as any other call"
  fi
}

check_dialplan() {
  local context globals file=extensions.conf lacking=()
  if [[ $layout == freepbx ]]; then file=extensions_custom.conf; fi
  for context in "${CONTEXTS[@]}"; do
    has "dialplan show $context" "Context '$context'" || lacking+=("$context")
  done
  if ((${#lacking[@]})); then missing "${#lacking[@]} context(s), $(some "${lacking[@]}"): is quell.conf included in $etc/$file, and was the dialplan reloaded?"
  else fine "all ${#CONTEXTS[@]} contexts are in the dialplan"; fi
  globals=$(asterisk_cli 'dialplan show globals')
  check_hosts "$globals"
  if grep -qE 'QUELL_AGI=agi://' <<<"$globals" && grep -qE 'QUELL_TOKEN=[A-Za-z0-9]{16,64}$' <<<"$globals"; then fine "the settings of quell_globals.conf are in force"
  else missing "QUELL_AGI and QUELL_TOKEN are not among Asterisk's globals: calls pass unscreened. quell_globals.conf must be read inside [globals]"; fi
}

global_of() { sed -n "s/^ *$2=//p" <<<"$1" | tail -n 1; }  # global_of GLOBALS NAME

# The lists of instances: whole addresses, as many and in the same order in both, each once.
check_hosts() {  # check_hosts GLOBALS
  local agi http address; agi=$(global_of "$1" QUELL_AGI) http=$(global_of "$1" QUELL_HTTP)
  local wrong_before=$wrong agis=() https=()
  IFS=, read -r -a agis <<<"$agi"; IFS=, read -r -a https <<<"$http"
  for address in ${agis[@]+"${agis[@]}"}; do
    [[ $address =~ ^agi://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$ ]] || missing "QUELL_AGI holds '$address', which is no address like agi://10.0.0.11:4573; a list has commas and no spaces"
  done
  for address in ${https[@]+"${https[@]}"}; do
    [[ $address =~ ^https?://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$ ]] || missing "QUELL_HTTP holds '$address', which is no address like http://10.0.0.11:8427; a list has commas and no spaces"
  done
  ((${#agis[@]} == ${#https[@]})) || missing "QUELL_AGI has ${#agis[@]} address(es) and QUELL_HTTP ${#https[@]}: both name the same instances, in the same order"
  ((${#agis[@]} <= 9)) || missing "QUELL_AGI has ${#agis[@]} addresses: at most 9 are of use"
  [[ -z $(printf '%s\n' ${agis[@]+"${agis[@]}"} | sort | uniq -d) ]] || missing "QUELL_AGI names an instance twice"
  [[ $(global_of "$1" QUELL_ORDER) =~ ^(ordered|random)$ ]] || missing "QUELL_ORDER is '$(global_of "$1" QUELL_ORDER)'; it must be ordered or random"
  if ((wrong == wrong_before && ${#agis[@]} > 1)); then fine "${#agis[@]} instances are in the lists, QUELL_ORDER is $(global_of "$1" QUELL_ORDER)"; fi
}

check_queue() {
  if has 'queue show quell-deterrent' '^quell-deterrent has'; then fine "the deterrent queue is there"; else missing "queue quell-deterrent: is quell_queues.conf included?"; fi
  if has 'moh show files' 'moh-quell/signal-tone'; then fine "its music class has the signal tone"; else missing "music class quell-signal with $data/moh-quell/signal-tone: is quell_musiconhold.conf included?"; fi
  if has 'features show' '^quell-flag +.* [*#0-9]+ *$'; then fine "the agents' codes: $(asterisk_cli 'features show' | awk '/^quell-(flag|undo)/ { printf "%s%s %s", sep, $1, $NF; sep = ", " }')"
  else missing "the agents' codes: quell_features.conf must be read inside [applicationmap]"; fi
}

check_manager() {
  if has 'manager show user quell' 'username: quell|read perm'; then fine "the manager user quell is there"; else missing "manager user quell: is quell_manager.conf included?"; fi
  has 'manager show settings' '\(AMI\): *Yes' || missing "the manager interface is off: set enabled = yes in [general] of $etc/manager.conf, and bindaddr = 127.0.0.1"
}

# Every prompt that we have, in every language and format.
check_prompts() {
  local language format name lacking before=$wrong count=0
  for language in "${LANGUAGES[@]}"; do
    lacking=()
    while read -r name; do
      for format in "${FORMATS[@]}"; do
        count=$((count + 1))
        find_real "$sounds/$language/quell/$name.$format"
        [[ -s $there ]] || lacking+=("$name.$format")
      done
    done < <(cd "$here/sounds/$language/quell" && find . -name '*.wav' | sed 's/^\.\///; s/\.wav$//' | LC_ALL=C sort)
    if ((${#lacking[@]})); then missing "${#lacking[@]} prompt file(s) in $sounds/$language/quell: $(some "${lacking[@]}")"; fi
  done
  if ((wrong == before)); then fine "all $count prompt files are there"; fi
}

some() { if (($# > 4)); then echo "${*:1:4} and $(($# - 4)) more"; else echo "$*"; fi; }

# Asterisk itself reads one prompt of each language and format and writes it out again.
check_playable() {
  local language format out lacking=()
  for language in "${LANGUAGES[@]}"; do
    for format in "${FORMATS[@]}"; do
      out=/tmp/quell-check-$$-$language-$format.wav
      asterisk_cli "file convert $sounds/$language/quell/greeting.$format $out" | grep '^Converted' >/dev/null || lacking+=("$language/quell/greeting.$format")
      rm -f "$root$out"
    done
  done
  if ((${#lacking[@]})); then missing "Asterisk cannot play $(some "${lacking[@]}") in $sounds: is it readable for Asterisk's user, and is the format's module loaded?"
  else fine "Asterisk plays them in ${FORMATS[*]}"; fi
}

# What is the site's to do, and the service's.
check_site() {
  local globals; globals=$(asterisk_cli 'dialplan show globals')
  has 'dialplan show' "Gosub\(quell-screen,s,1" || say "note     no extension calls Quell yet: put  same => n,Gosub(quell-screen,s,1)  before your Queue()"
  has 'dialplan show' "Gosub\(quell-dialled,s,1" || say "note     no extension tells whom you call: put  same => n,Gosub(quell-dialled,s,1(NUMBER))  before Dial() of your outbound calls, and they may call back"
  check_reach "$(global_of "$globals" QUELL_AGI)" 4573 'until it does, calls pass to the next instance, or unscreened if there is none'
  check_reach "$(global_of "$globals" QUELL_HTTP)" 80 'until it does, ends of calls are told to the next instance, or kept'
}

# Each address of a list is tried from here, for two seconds at most.
check_reach() {  # check_reach LIST DEFAULT-PORT WHAT-THEN
  local address host port list=()
  IFS=, read -r -a list <<<"$1"
  for address in ${list[@]+"${list[@]}"}; do
    host=${address#*://}; host=${host%/}; port=$2
    if [[ $host =~ ^(.*):([0-9]{1,5})$ ]]; then host=${BASH_REMATCH[1]}; port=${BASH_REMATCH[2]}; fi
    host=${host#[}; host=${host%]}
    # shellcheck disable=SC2016
    timeout 2 bash -c 'exec 3<>"/dev/tcp/$1/$2"' reach "$host" "$port" 2>/dev/null || say "note     nobody answers at $address: $3"
  done
}
