# shellcheck shell=bash disable=SC2154
# Private Asterisk instances: each a folder with its own etc, lib, log, run and spool. Sourced by sandbox.sh.
# A folder is named by its path on the host; a chrooted Asterisk sees it without the root in front.

inside() { if [[ $root == / ]]; then echo "$1"; else echo "${1#"$root"}"; fi; }

instance_parent() { if [[ $root == / ]]; then echo "$cache/instances"; else echo "$root/quell/instances"; fi; }

# Prints a fresh folder that Asterisk can see, with an asterisk.conf and the sounds that it came with.
instance_new() {
  local parent dir; parent=$(instance_parent)
  mkdir -p "$parent"; dir=$(mktemp -d "$parent/XXXXXX"); chmod 755 "$dir"
  mkdir -p "$dir"/{etc,lib/keys,log,run,spool,data/sounds/en}
  link_data "$dir/data"
  cat >"$dir/etc/asterisk.conf" <<END
[directories]
astetcdir => $(inside "$dir")/etc
astmoddir => $(inside "$(module_folder "$root")")
astvarlibdir => $(inside "$dir")/lib
astdbdir => $(inside "$dir")/lib
astkeydir => $(inside "$dir")/lib
astdatadir => $(inside "$dir")/data
astagidir => $(inside "$dir")/lib/agi-bin
astspooldir => $(inside "$dir")/spool
astrundir => $(inside "$dir")/run
astlogdir => $(inside "$dir")/log
END
  echo "$dir"
}

# The data folder is Asterisk's own by links, but for sounds/en, where a site's prompts are put beside those.
link_data() {  # link_data TO
  local data=${root%/}/usr/share/asterisk english entry
  [[ -d $data/documentation ]] || data=${root%/}/var/lib/asterisk
  english=$data/sounds/en
  while [[ -L $english ]]; do
    english=$(readlink "$english")
    if [[ $english == /* ]]; then english=${root%/}$english; else english=$data/sounds/$english; fi
  done
  for entry in "$data"/* "$data"/sounds/* "$english"/*; do
    [[ -e $entry || -L $entry ]] || continue
    case $entry in
      "$data"/sounds | "$data"/sounds/en) ;;
      "$english"/*) ln -s "$(inside "$entry")" "$1/sounds/en/" ;;
      "$data"/sounds/*) ln -s "$(inside "$entry")" "$1/sounds/" ;;
      *) ln -s "$(inside "$entry")" "$1/" ;;
    esac
  done
}

instance_start() {  # instance_start DIR: returns when Asterisk answers
  local dir=$1 tries=0
  [[ -f $dir/etc/asterisk.conf ]] || die "$dir has no etc/asterisk.conf; make the folder with: $0 asterisk new"
  rm -f "$dir/run/asterisk.ctl"
  in_root_background "$dir" asterisk -f -C "$(inside "$dir")/etc/asterisk.conf"
  until instance_cli "$dir" 'core waitfullybooted' 2>/dev/null | grep -q 'fully booted'; do
    kill -0 "$(<"$dir/run/pid")" 2>/dev/null || { tail -n 20 "$dir/log/stdout" >&2; die "Asterisk ended at once; its last words are above, more in $(outside "$dir/log")"; }
    if ((++tries > 300)); then die "Asterisk did not come up within 60 s; see $dir/log"; fi
    sleep 0.2
  done
}

# exec all the way down, so that the pid is Asterisk's own.
in_root_background() {  # in_root_background DIR COMMAND...
  local dir=$1; shift
  if [[ $root == / ]]; then
    setsid "$@" >"$dir/log/stdout" 2>&1 </dev/null &
  else
    is_root || die "the private Asterisk in $root runs in a chroot, which needs root: use sudo -E, or install asterisk on the machine"
    setsid chroot "$root" "$@" >"$dir/log/stdout" 2>&1 </dev/null &
  fi
  echo $! >"$dir/run/pid"
  disown
}

instance_cli() {  # instance_cli DIR COMMAND
  in_root asterisk -C "$(inside "$1")/etc/asterisk.conf" -rx "$2"
}

instance_stop() {  # instance_stop DIR: at once, by its own pid
  local pid tries=0
  [[ -f $1/run/pid ]] || return 0
  pid=$(<"$1/run/pid")
  kill -0 "$pid" 2>/dev/null || return 0
  instance_cli "$1" 'core stop now' >/dev/null 2>&1 || true
  while kill -0 "$pid" 2>/dev/null; do
    ((++tries < 50)) || { kill -9 "$pid" 2>/dev/null; return; }
    sleep 0.1
  done
}
