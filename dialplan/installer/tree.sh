# shellcheck shell=bash disable=SC2154
# Files below the root: resolving, staging, showing, writing, and the record that makes it undoable. Sourced by install.sh.
#
# Paths are those that Asterisk sees; `find_real` turns one into a path on this machine and leaves it in $there. What the installer wants is put into
# $stage first and compared with what is there, so that a second run changes nothing and --dry-run shows exactly what a run does.
# $etc/quell.installed records what was made: `file SHA256 PATH`, `folder PATH`, `secret PATH` (PATH of this machine).

record() { echo "$etc/quell.installed"; }

# Follows links that are meant from inside the root. Folders are remembered: there are hundreds of prompts.
declare -A known_folders=()
there=''
find_real() {  # find_real PATH: sets $there
  local folder=${1%/*} name=${1##*/}
  folder=${folder:-/}
  if [[ -z ${known_folders[$folder]:-} ]]; then resolve "$folder"; known_folders[$folder]=$there; fi
  there=${known_folders[$folder]}/$name
  if [[ -L $there ]]; then resolve "$1"; fi
}

resolve() {  # resolve PATH: sets $there
  local path=$1 done='' part target depth=0
  while [[ -n $path ]]; do
    path=${path#/}; part=${path%%/*}
    if [[ $path == */* ]]; then path=${path#*/}; else path=''; fi
    [[ -n $part ]] || continue
    if [[ -L $root$done/$part ]]; then
      ((++depth < 40)) || fail "the links in $1 lead in a circle"
      target=$(readlink "$root$done/$part")
      if [[ $target == /* ]]; then done=''; path=$target/$path; else path=$target/$path; fi
    elif [[ $part == .. ]]; then done=${done%/*}
    elif [[ $part != . ]]; then done=$done/$part; fi
  done
  there=$root$done
}

real() { find_real "$1"; echo "$there"; }

setting_of() {  # setting_of FILE NAME: the last value in a configuration file, empty if there is none
  local file=$root$etc/$1
  [[ -r $file ]] || return 0
  sed -n "s/^[[:space:]]*$2[[:space:]]*=>\{0,1\}[[:space:]]*\([^;[:space:]]*\).*/\1/p" "$file" | tail -n 1
}

# What is wanted at PATH, from standard input.
want() {  # want PATH
  mkdir -p "$stage/tree$(dirname "$1")"
  cat >"$stage/tree$1"
}

sum_of() { sha256sum <"$1" | cut -d' ' -f1; }

# The sums that our files had when they were installed, by path.
declare -A recorded=()
read_record() {
  local kind sum path
  find_real "$(record)"
  [[ -f $there ]] || return 0
  while read -r kind sum path; do if [[ $kind == file ]]; then recorded[$path]=$sum; fi; done <"$there"
}

staged() { (cd "$stage/tree" && find . -type f | sed 's/^\.//' | LC_ALL=C sort); }

changed() {  # changed PATH: the staged file differs from what is there, which is then in $there
  find_real "$1"
  ! cmp -s "$stage/tree$1" "$there"
}

hide() { sed -E 's/^([-+ ]?(QUELL_TOKEN|secret) *= *).+/\1(hidden)/'; }

show() {
  local path count=0 prompts=0
  while read -r path; do
    if ! changed "$path"; then continue; fi
    count=$((count + 1))
    if [[ $path == *.conf ]]; then
      if [[ -e $there ]]; then say "changes $there:"; else say "makes $there:"; there=/dev/null; fi
      diff -u --label before --label after "$there" "$stage/tree$path" | hide | sed 's/^/    /' || true
    elif [[ $path != "$(record)" ]]; then prompts=$((prompts + 1)); fi
  done < <(staged)
  if ((prompts)); then say "copies $prompts prompt files to $(real "$sounds") and $(real "$data/moh-quell")"; fi
  if [[ -s $stage/secrets ]]; then sed 's/^/makes the secret /' "$stage/secrets"; fi
  if [[ -s $stage/kept ]]; then sed 's/^/keeps your own /' "$stage/kept"; fi
  if ((count == 0)) && [[ ! -s $stage/secrets ]]; then say "nothing to change"; fi
}

# Copies a file to the backup folder before it is changed or removed, with its path below.
saved=''
save() {  # save PATH
  find_real "$1"
  [[ -e $there ]] || return 0
  if [[ -z $saved ]]; then
    local from=$there; saved=$(real "$backup")/$(date +%Y%m%d-%H%M%S)
    while [[ -e $saved ]]; do saved=$saved+; done
    mkdir -p "$saved"; chmod 700 "$saved"
    say "backup in $saved"; there=$from
  fi
  mkdir -p "$saved$(dirname "$1")"
  cp -p "$there" "$saved$1"
}

# Makes a folder, and records those that were not there.
make_folder() {  # make_folder PATH
  local path=$1 missing=()
  find_real "$path"
  if [[ -d $there ]]; then return; fi
  while [[ ! -d $(real "$path") && $path != / ]]; do missing=("$path" "${missing[@]}"); path=$(dirname "$path"); done
  for path in ${missing[@]+"${missing[@]}"}; do
    find_real "$path"; mkdir "$there"
    echo "folder $path" >>"$stage/made"
  done
}

# Writes one staged file as a whole; the owner is that of the configuration, secrets are for the owner and the group.
put() {  # put PATH
  save "$1"
  make_folder "${1%/*}"
  find_real "$1"
  (umask 077; cat "$stage/tree$1" >"$there.quell-new")   # closed until its mode is set: it may hold a secret
  if [[ -e $there ]]; then chown --reference="$there" "$there.quell-new"; chmod --reference="$there" "$there.quell-new"
  else
    chown --reference="$root$etc" "$there.quell-new"
    if [[ $1 == "$etc"/* ]]; then chmod 640 "$there.quell-new"; else chmod 644 "$there.quell-new"; fi
  fi
  mv "$there.quell-new" "$there"
}

apply() {
  local path; : >"$stage/made"
  make_secrets
  while read -r path; do
    if changed "$path"; then put "$path"; fi
  done < <(staged)
  write_record
}

# What this and earlier runs made. Configuration files of the site that only got a block are not in it.
write_record() {
  local kind sum path file; file=$(real "$(record)")
  {
    if [[ -f $file ]]; then grep -E '^(folder|secret|secretfolder) ' "$file" || true; fi
    cat "$stage/made"
    (cd "$stage/tree" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2 | sed 's/^\([0-9a-f]*\) [ *]\./file \1 /') | while read -r kind sum path; do
      if [[ ! -e $stage/blocks/${path##*/} ]]; then echo "$kind $sum $path"; fi
    done
    if [[ -f $file && -s $stage/kept ]]; then
      while read -r path; do grep -F " $path" "$file" || true; done <"$stage/kept"
    fi
  } | awk '!seen[$0]++' >"$stage/record"
  if cmp -s "$stage/record" "$file"; then return; fi
  cp "$stage/record" "$file"
  chown --reference="$root$etc" "$file"; chmod 640 "$file"
}

# A Gosub to a context that is gone hangs the call up.
refuse_while_called() {
  local hits; hits=$(cd "$root$etc" && grep -nE '^[^;]*quell-screen' ./extensions*.conf ./*.ael ./*.lua 2>/dev/null) || true
  [[ -z $hits ]] || fail "your own dialplan still calls quell-screen, and without it those calls would be hung up. Take out first:
$hits"
}

uninstall() {
  local kind first path file; file=$(real "$(record)")
  [[ -f $file ]] || fail "there is no $file: Quell is not installed here"
  refuse_while_called
  for path in $(hook_files); do remove_block "$etc/$path"; done
  while read -r kind first path; do
    case $kind in
      file)
        find_real "$path"
        [[ -e $there ]] || continue
        if [[ $(sum_of "$there") != "$first" ]]; then say "changed since it was installed: $path"; save "$path"; fi
        rm "$there" ;;
      secret) rm -f "$first" ;;
    esac
  done <"$file"
  tac "$file" | while read -r kind path; do
    if [[ $kind == folder ]]; then rmdir --ignore-fail-on-non-empty "$(real "$path")"; fi
    if [[ $kind == secretfolder ]]; then rmdir --ignore-fail-on-non-empty "$path"; fi
  done
  rm "$file"
  say "Quell's dialplan is removed; what you had changed in it is in the backup folder"
  if [[ $reload == yes ]]; then reload_asterisk; fi
}
