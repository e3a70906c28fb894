#!/bin/bash
# A private Asterisk with Quell on this machine's loopback: the demo, and what the tests need. Run with `help`.
# shellcheck source-path=SCRIPTDIR disable=SC2154
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export project; project=$(dirname "$here")
source "$here/sandbox/common.sh"
source "$here/sandbox/tools.sh"
source "$here/sandbox/provision.sh"
source "$here/sandbox/jdk.sh"
source "$here/sandbox/instance.sh"
source "$here/sandbox/ports.sh"
source "$here/sandbox/media.sh"
source "$here/sandbox/service.sh"
source "$here/sandbox/callers.sh"
source "$here/sandbox/story.sh"
source "$here/sandbox/demo.sh"

usage() {
  cat <<END
usage: dialplan/sandbox.sh [run]      the demo: Asterisk, Quell and sample callers; it stays until Ctrl-C
       dialplan/sandbox.sh test [MAVEN-ARGUMENT...]
                                      installs what the tests need, then runs them all
       dialplan/sandbox.sh provision  only makes sure that there is an Asterisk; the last line is its root
       dialplan/sandbox.sh asterisk new | start DIR | cli DIR COMMAND | stop DIR
                                      an Asterisk of one's own in an instance folder, which 'new' prints
       dialplan/sandbox.sh clean      removes the cache folder, $cache

Root is needed to install packages, to build the private Asterisk (debootstrap) and to run it (chroot). With asterisk,
a JDK $JDK, maven, sip-tester, sox, espeak-ng and curl installed on the machine, nothing needs root.

  QUELL_CACHE         the cache folder, about 500 MB, 1.2 GB with a JDK
  QUELL_ASTERISK      root of a system whose Asterisk is used, instead of the PATH's or the cache's
  QUELL_JDK           chroot: use the private system's JDK even if the machine has one
  QUELL_MIRROR        Debian mirror for the private Asterisk; default: from this machine's apt sources
  QUELL_SANDBOX_PORT  lowest port of the demo, which needs 600; default: the first of 15000, 16000 … that is free
  QUELL_SANDBOX_STAY  not empty: the demo stays even if it was not started from a terminal
END
}

asterisk_command() {
  local action=${1:-} dir=${2:-}
  find_asterisk
  case $action in
    new) instance_new ;;
    start | stop) [[ -n $dir ]] || die "asterisk $action needs the instance's folder"; "instance_$action" "$dir" ;;
    cli) (($# == 3)) || die "asterisk cli needs the instance's folder and a command"; instance_cli "$dir" "$3" ;;
    *) die "asterisk takes new, start, cli or stop; got '$action'" ;;
  esac
}

# Everything that README promises of the tests: what is lacking is installed, then all run.
run_tests() {
  need_jdk test "$@"
  need_tools mvn sipp sox espeak-ng curl
  find_asterisk
  cd "$project"
  [[ -n ${SUDO_UID:-} ]] || exec mvn -B -ntp verify "$@"
  local status=0
  mvn -B -ntp verify "$@" || status=$?
  give_back
  exit "$status"
}

clean() {
  [[ -d $cache ]] || { say "there is no $cache"; return; }
  [[ -f $cache/lock ]] || die "$cache has no file called lock, so it is not ours: nothing removed"
  local owner
  for owner in "$cache"/instances/*/owner "$cache"/asterisk/quell/{,cache/}instances/*/owner; do
    if [[ -f $owner ]] && owned "$(dirname "$owner")"; then die "a demo is running in $(dirname "$owner"); end it first"; fi
  done
  if grep -qs " $(readlink -f "$cache")/" /proc/mounts; then die "something is still mounted below $cache; end the runs that use it first"; fi
  rm -rf --one-file-system "$cache"
  say "removed $cache"
}

case ${1:-run} in
  run) run_demo ;;
  test) shift; run_tests "$@" ;;
  clean) clean ;;
  provision) find_asterisk; echo "$root" ;;
  asterisk) shift; asterisk_command "$@" ;;
  help | -h | --help) usage ;;
  *) usage >&2; die "unknown command: $1" ;;
esac
