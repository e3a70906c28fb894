# shellcheck shell=bash disable=SC2154
# What the installer wants: our own files, one marked block in each of the site's, prompts and secrets. Sourced by install.sh.

readonly BEGIN='; >>> quell' END='; <<< quell'

# The site's files that get a block. FreePBX rewrites all but its *_custom files.
hook_files() {
  case $layout in
    plain) echo extensions.conf queues.conf musiconhold.conf features.conf manager.conf ;;
    freepbx) echo globals_custom.conf extensions_custom.conf queues_custom.conf musiconhold_custom.conf features_applicationmap_custom.conf manager_custom.conf ;;
  esac
}

# A file and what it includes, one level deep: to see which sections there are.
with_includes() {  # with_includes FILE
  local file=$root$etc/$1 name other
  [[ -f $file ]] || return 0
  cat "$file"
  sed -n 's/^#\(try\)\{0,1\}include[[:space:]]*"\{0,1\}\([^"[:space:]]*\).*/\2/p' "$file" | while read -r name; do
    [[ $name == /* ]] || name=$etc/$name
    for other in $root$name; do if [[ -f $other ]]; then cat "$other"; fi; done
  done
}

# A section is continued where the site has it, and begun where not.
section() {  # section FILE NAME
  if with_includes "$1" | sed "/^$BEGIN/,/^$END/d" | grep "^\[$2\]" >/dev/null; then echo "[$2](+)"; else echo "[$2]"; fi
}

block_of() {  # block_of FILE
  case $1 in
    extensions.conf) section "$1" globals; echo '#include "quell_globals.conf"'; echo '#include "quell.conf"' ;;
    features.conf) section "$1" applicationmap; echo '#include "quell_features.conf"' ;;
    queues.conf | queues_custom.conf) echo '#include "quell_queues.conf"' ;;
    musiconhold.conf | musiconhold_custom.conf) echo '#include "quell_musiconhold.conf"' ;;
    manager.conf | manager_custom.conf) echo '#include "quell_manager.conf"' ;;
    globals_custom.conf) echo '#include "quell_globals.conf"' ;;
    extensions_custom.conf) echo '#include "quell.conf"' ;;
    features_applicationmap_custom.conf) echo '#include "quell_features.conf"' ;;
  esac
}

# The file without our block, byte for byte as it was before.
without_block() {  # without_block FILE-ON-THIS-MACHINE
  local first last
  first=$(grep -n -m1 "^$BEGIN" "$1" | cut -d: -f1) || true
  if [[ -z $first ]]; then cat "$1"; return; fi
  last=$(grep -n -m1 "^$END" "$1" | cut -d: -f1) || true
  [[ -n $last ]] || fail "$1 has the line '$BEGIN' but no '$END'; take our lines out by hand"
  if sed -n "${first}p" "$1" | grep -q 'no line end'; then head -n $((first - 1)) "$1" | head -c -1
  else head -n $((first - 1)) "$1"; fi
  tail -n +$((last + 1)) "$1"
}

want_block() {  # want_block FILE
  local note=''; find_real "$etc/$1"
  mkdir -p "$stage/blocks" "$stage/tree$etc"; : >"$stage/blocks/$1"
  if [[ -f $there ]]; then without_block "$there" >"$stage/site"; else : >"$stage/site"; note=', new file'; fi
  if [[ -f $there ]] && grep -q "^$BEGIN.*new file" "$there"; then note=', new file'; fi
  if [[ -s $stage/site && -n $(tail -c 1 "$stage/site") ]]; then note="$note, no line end before"; fi
  {
    cat "$stage/site"
    if [[ $note == *'no line end'* ]]; then echo; fi
    echo "$BEGIN (dialplan/install.sh; it goes away with --uninstall$note)"
    block_of "$1"
    echo "$END"
  } | want "$etc/$1"
}

remove_block() {  # remove_block PATH
  find_real "$1"
  if [[ ! -f $there ]] || ! grep -q "^$BEGIN" "$there"; then return 0; fi
  save "$1"
  without_block "$there" >"$stage/site"
  if [[ ! -s $stage/site ]] && grep -q "^$BEGIN.*new file" "$there"; then rm "$there"; return; fi
  cat "$stage/site" >"$there"
}

# A setting's line with another value. The shell does it by itself: a secret among a program's arguments is in everybody's list of processes.
with_value() {  # with_value NAME VALUE, from standard input to standard output
  local line
  while IFS= read -r line || [[ -n $line ]]; do
    if [[ $line =~ ^$1\ *= ]]; then line="$1 = $2"; fi
    printf '%s\n' "$line"
  done
}

# The site's own settings stay; what is new in ours is added; --set wins.
want_globals() {
  local name setting token; find_real "$etc/quell_globals.conf"
  token=$(secret "$token_file" 32)   # on its own line, or its failure would be nobody's
  cp "$here/quell_globals.conf" "$stage/globals"
  if [[ -f $there ]]; then
    cp "$there" "$stage/globals"
    while read -r name; do
      if ! grep -q "^$name *=" "$stage/globals"; then grep "^$name *=" "$here/quell_globals.conf" >>"$stage/globals"; fi
    done < <(sed -n 's/^\(QUELL_[A-Z_]*\) *=.*/\1/p' "$here/quell_globals.conf")
  fi
  for setting in ${settings[@]+"${settings[@]}"} "QUELL_TOKEN=$token"; do
    with_value "${setting%%=*}" "${setting#*=}" <"$stage/globals" >"$stage/globals.set"
    mv "$stage/globals.set" "$stage/globals"
  done
  want "$etc/quell_globals.conf" <"$stage/globals"
}

# The site's own permit lines and all else that it wrote stay: a service on another host needs them. The secret and the rights are ours.
want_manager() {
  local password name value; find_real "$etc/quell_manager.conf"
  password=$(secret "$password_file" 32)
  if [[ -f $there ]]; then cp "$there" "$stage/manager"; else cp "$here/quell_manager.conf" "$stage/manager"; fi
  for name in secret read write; do
    if [[ $name == secret ]]; then value=$password; else value=$(sed -n "s/^$name = //p" "$here/quell_manager.conf"); fi
    grep -q "^$name *=" "$stage/manager" || echo "$name =" >>"$stage/manager"
    with_value "$name" "$value" <"$stage/manager" >"$stage/manager.set"
    mv "$stage/manager.set" "$stage/manager"
  done
  want "$etc/quell_manager.conf" <"$stage/manager"
}

# A secret's text: the file's, or a fresh one that make_secrets writes.
secret() {  # secret FILE LENGTH
  local text name=${1//\//_}
  if [[ -e $1 ]]; then
    text=$(tr -d '[:space:]' <"$1") || fail "$1 cannot be read"
    [[ $text =~ ^[A-Za-z0-9]{16,64}$ ]] || fail "$1 holds no usable secret: 16 to 64 letters and digits are wanted. Remove it and one is made"
    echo "$text"; return
  fi
  if [[ ! -s $stage/secret$name ]]; then
    (set +o pipefail; LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom | head -c "$2") >"$stage/secret$name"
    echo "$1" >>"$stage/secrets"
  fi
  cat "$stage/secret$name"
}

make_secrets() {
  local file name folder
  [[ -s $stage/secrets ]] || return 0
  while read -r file; do
    name=${file//\//_}; folder=$(dirname "$file")
    if [[ ! -d $folder ]]; then mkdir -p "$folder"; chmod 750 "$folder"; echo "secretfolder $folder" >>"$stage/made"; fi
    (umask 027; cat "$stage/secret$name" >"$file"; echo >>"$file")
    if id quell >/dev/null 2>&1; then chgrp quell "$file" "$folder"; fi
    echo "secret $file" >>"$stage/made"
  done <"$stage/secrets"
}

want_features() {
  local file=$root$etc/quell_features.conf flag=$flag_code undo=$undo_code
  if [[ -f $file ]]; then   # a code chosen once stays
    flag=${flag:-$(sed -n 's/^quell-flag => \([^,]*\),.*/\1/p' "$file")}
    undo=${undo:-$(sed -n 's/^quell-undo => \([^,]*\),.*/\1/p' "$file")}
  fi
  flag=${flag:-*66} undo=${undo:-*67}
  case $flag/$undo in
    "$undo"*/* | */"$flag"*) fail "no code may begin with the other one: $flag and $undo" ;;
  esac
  sed "s|^quell-flag => [^,]*|quell-flag => $flag|; s|^quell-undo => [^,]*|quell-undo => $undo|" "$here/quell_features.conf" | want "$etc/quell_features.conf"
}

# A prompt or a queue file that the site has put in the place of ours is never overwritten.
want_unless_own() {  # want_unless_own OURS PATH
  find_real "$2"
  if [[ -e $there ]] && ! cmp -s "$1" "$there" && [[ $(sum_of "$there") != "${recorded[$2]:-}" ]]; then echo "$2" >>"$stage/kept"; return; fi
  [[ -d $stage/tree${2%/*} ]] || mkdir -p "$stage/tree${2%/*}"
  cp "$1" "$stage/tree$2"
}

plan() {
  local file path
  mkdir -p "$stage/tree"
  read_record
  for file in quell.conf quell_musiconhold.conf; do want "$etc/$file" <"$here/$file"; done
  want_unless_own "$here/quell_queues.conf" "$etc/quell_queues.conf"
  want_globals
  want_features
  want_manager
  for file in $(hook_files); do want_block "$file"; done
  [[ -d $here/sounds/en/quell ]] || fail "there are no prompts in $here/sounds; make them with dialplan/make-sounds.sh"
  while read -r path; do want_unless_own "$here/sounds/$path" "$sounds/$path"; done < <(cd "$here/sounds" && find en/quell zh/quell -type f | LC_ALL=C sort)
  for file in "$here"/sounds/en/quell/signal-tone.*; do want_unless_own "$file" "$data/moh-quell/${file##*/}"; done
}

next_steps() {
  case $layout in
    plain) say 'Then one line in your own dialplan, before your Queue():   same => n,Gosub(quell-screen,s,1)
dialplan/examples/extensions.conf shows it with what your queue should set.' ;;
    freepbx) say 'Then in FreePBX (these steps were not tried on one):
  1. Admin > Custom Destinations > Add: Target "quell-screen,s,1", Description "Quell", Return "Yes",
     Destination: the queue or IVR that takes the calls today. Submit.
  2. Connectivity > Inbound Routes > the route: Set Destination > Custom Destinations > Quell. Submit, Apply Config.
  3. In /etc/asterisk/queues_post_custom.conf, for each queue number:
       [400](+)
       setinterfacevar=yes
       setqueuevar=yes
       membergosub=quell-agent
  4. Settings > Advanced Settings > Asterisk Manager: the service uses port 5038 with the user "quell".' ;;
  esac
}
