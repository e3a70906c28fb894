# shellcheck shell=bash disable=SC2154
# Words, paths and locks that all parts of the sandbox share. Sourced by sandbox.sh.

# Debian keeps asterisk and debootstrap in /usr/sbin.
PATH=$PATH:/usr/sbin:/sbin
cache=${QUELL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/quell}

say() { printf '%s\n' "$*" >&2; }
die() { say "sandbox: $*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
# In the private system the time since the run's begin goes on.
SECONDS=${QUELL_SECONDS:-0}

# A path as the machine has it: inside the private system it has that system's root in front.
outside() { printf '%s\n' "${QUELL_OUTSIDE:-}$1"; }
is_root() { [[ $(id -u) == 0 ]]; }

# One provisioning at a time; whoever comes second waits, and finds it done. The lock is file 9.
locked() {
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  if ! flock -n 9; then
    say "another run is provisioning; waiting for it"
    flock 9
  fi
  "$@"
  exec 9>&-
}

# Runs a long command with its output in a log; shows every 25th step, and the log's end if it fails.
with_progress() {  # with_progress TITLE LOG COMMAND...
  local title=$1 log=$2; shift 2
  say "$title (all output: $(outside "$log"))"
  "$@" 2>&1 </dev/null | tee "$log" | steps >&2 || { tail -n 15 "$log" >&2; return 1; }
}

# Line by line: an awk that reads in blocks shows nothing for a while.
steps() {
  local line count=0
  while IFS= read -r line; do
    if [[ $line =~ Retrieving|Get:|Unpacking|Setting\ up|Extracting|Configuring|Downloaded ]] && ((++count % 25 == 0)); then
      if [[ $line =~ Downloaded\ from\ .*/([^/\ ]+)\ \( ]]; then line="Downloaded ${BASH_REMATCH[1]}"; fi
      printf '  step %d: %s\n' "$count" "${line:0:90}"
    fi
  done
}
