#!/bin/bash
# Puts Quell's dialplan, queue, music class, agents' codes, manager user and prompts beside an Asterisk. Run with --help.
set -euo pipefail
umask 022
PATH=$PATH:/usr/sbin:/sbin

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR
source "$here/installer/tree.sh"
source "$here/installer/plan.sh"
source "$here/installer/check.sh"

usage() {
  cat <<'END'
usage: dialplan/install.sh [OPTION...]       shows what changes, backs up, changes it, reloads, checks
       dialplan/install.sh --dry-run         shows what would change, and changes nothing
       dialplan/install.sh --check           checks only
       dialplan/install.sh --uninstall       takes everything away again

  --layout plain|freepbx   default: freepbx if the configuration folder has extensions_additional.conf
  --root DIR               Asterisk lives in this chroot; the paths below are then those that Asterisk sees
  --etc DIR                configuration folder, default /etc/asterisk; its asterisk.conf tells where the rest is
  --sounds DIR             prompts go to DIR/en/quell and DIR/zh/quell, default: sounds in Asterisk's data folder
  --backup DIR             copies of what was changed, default /var/backups/quell
  --flag-code CODE         the agents' code for a flag, default *66
  --undo-code CODE         the agents' code that takes it back, default *67
  --set NAME=VALUE         a setting of quell_globals.conf, for example QUELL_SERVER=pbx2; may come several times
  --no-reload              does not ask a running Asterisk to reload

Secrets, made if they are not there; paths on this machine, also with --root. Give the service the same paths:
  --token-file FILE        default ROOT/etc/quell/asterisk-token   (quell.asterisk.token-file)
  --ami-password-file FILE default ROOT/etc/quell/ami-password     (quell.ami.servers.NAME.password-file)

Exit code: 0 done and checked, 1 something is missing or wrong (it says what), 2 wrong options.
END
}

say() { printf '%s\n' "$*"; }
fail() { printf 'install.sh: %s\n' "$*" >&2; exit 1; }
misuse() { printf 'install.sh: %s\n' "$*" >&2; exit 2; }

mode=install layout='' root='' etc='' sounds='' backup=/var/backups/quell reload=yes
flag_code='' undo_code='' token_file='' password_file=''
settings=()
while (($#)); do
  case $1 in
    --dry-run | --check | --uninstall) mode=${1#--} ;;
    --no-reload) reload=no ;;
    -h | --help) usage; exit 0 ;;
    --layout | --root | --etc | --sounds | --backup | --flag-code | --undo-code | --token-file | --ami-password-file | --set)
      (($# > 1)) || misuse "$1 needs a value"
      case $1 in
        --layout) layout=$2 ;;
        --root) root=${2%/} ;;
        --etc) etc=${2%/} ;;
        --sounds) sounds=${2%/} ;;
        --backup) backup=${2%/} ;;
        --flag-code) flag_code=$2 ;;
        --undo-code) undo_code=$2 ;;
        --token-file) token_file=$2 ;;
        --ami-password-file) password_file=$2 ;;
        --set) settings+=("$2") ;;
      esac
      shift ;;
    *) usage >&2; misuse "unknown option: $1" ;;
  esac
  shift
done

[[ -z $root || -d $root ]] || fail "there is no folder $root; --root wants the folder that Asterisk is chrooted into"
etc=${etc:-/etc/asterisk}
etc=${etc#"$root"}
[[ -d $root$etc ]] || fail "there is no folder $root$etc; is Asterisk installed? --etc names its configuration folder"
[[ $mode == check || -w $root$etc ]] || fail "$root$etc cannot be written; run this as root"
[[ $mode != check || -r $root$etc ]] || fail "$root$etc cannot be read; run this as root"
if [[ -z $layout ]]; then
  layout=plain
  if [[ -e $root$etc/extensions_additional.conf ]]; then layout=freepbx; fi
fi
[[ $layout == plain || $layout == freepbx ]] || misuse "--layout is plain or freepbx, not '$layout'"
for code in "$flag_code" "$undo_code"; do
  [[ -z $code || $code =~ ^[*#0-9]{2,8}$ ]] || misuse "a code is 2 to 8 of 0-9, * and #; got '$code'"
done
for setting in ${settings[@]+"${settings[@]}"}; do
  [[ $setting =~ ^QUELL_[A-Z_]+=[A-Za-z0-9_.:/@+,-]*$ ]] || misuse "--set wants QUELL_NAME=VALUE without spaces; got '$setting'"
  grep -q "^${setting%%=*} *=" "$here/quell_globals.conf" || misuse "there is no setting ${setting%%=*}; quell_globals.conf lists them"
done
data=$(setting_of asterisk.conf astdatadir)
if [[ -z $data ]]; then
  data=/var/lib/asterisk
  if [[ -d $root/usr/share/asterisk/sounds ]]; then data=/usr/share/asterisk; fi
fi
sounds=${sounds:-$data/sounds}
sounds=${sounds#"$root"}
token_file=${token_file:-$root/etc/quell/asterisk-token}
password_file=${password_file:-$root/etc/quell/ami-password}

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

case $mode in
  check) check ;;
  uninstall) uninstall ;;
  dry-run) plan; show ;;
  install)
    plan
    show
    apply
    if [[ $reload == yes ]]; then reload_asterisk; fi
    next_steps
    check ;;
esac
