# shellcheck shell=bash disable=SC2034,SC2154
# The demo: a private Asterisk, Quell in `enforce`, and sample callers one can look at. Sourced by sandbox.sh.

run_demo() {
  need_tools curl   # on the machine itself as well: the addresses are to be tried
  need_jdk run
  need_tools sipp sox espeak-ng
  find_asterisk
  make_media
  build_jar
  sweep
  choose_ports
  run=$(instance_new)
  echo $$ >"$run/owner"
  trap 'exit 130' INT TERM HUP
  trap 'end_demo' EXIT
  configure
  instance_start "$run"
  service_start "$run"
  installer --check
  say "Asterisk and Quell are up after $SECONDS s. Placing sample callers; this takes a minute and a half."
  place_callers
  addresses
  if [[ -t 0 || -n ${QUELL_SANDBOX_STAY:-} ]]; then
    say "Everything goes on running. Ctrl-C ends it."
    sleep infinity &
    idle=$!
    wait "$idle"
  else
    say "Started without a terminal, so it ends now; with QUELL_SANDBOX_STAY=1 it stays until Ctrl-C."
  fi
}

# Ends what this run started, and nothing else; twice does no harm.
end_demo() {
  trap '' INT TERM HUP
  say "stopping"
  local pid
  for pid in "${chains[@]}"; do kill -- -"$pid" 2>/dev/null || true; done
  if [[ -n ${idle:-} ]]; then kill "$idle" 2>/dev/null || true; fi
  instance_stop "$run"
  service_stop "$run"
  rm -rf "$run"
}

# Runs that were killed hard: their owner is gone, what they started is ended and removed.
sweep() {
  local old
  for old in "$(instance_parent)"/*/; do
    old=${old%/}
    [[ -f $old/owner ]] || continue
    if owned "$old"; then continue; fi
    say "removing what an earlier run left in $(outside "$old")"
    run=$old
    belongs "$old/run/pid" && instance_stop "$old"
    belongs "$old/quell/pid" && service_stop "$old"
    rm -rf "$old"
  done
}

# Whether the run that made a folder is alive: a process with its id may be another one by now, or a dead one that nobody waited for.
owned() { tr '\0' ' ' 2>/dev/null <"/proc/$(<"$1/owner")/cmdline" | grep -q 'sandbox\.sh'; }

# Whether the process of a pid file still works in the folder of that file; ids are given out again.
belongs() {
  local pid; pid=$(cat "$1" 2>/dev/null) || return 1
  [[ -r /proc/$pid/cmdline ]] || return 1
  tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF "$(inside "$(dirname "$(dirname "$1")")")" ||
    [[ $(readlink "/proc/$pid/cwd") == "$(dirname "$1")" ]]
}

fill() {  # fill TEMPLATE: the run's ports in place of their names
  sed -e "s/@HTTP@/$http_port/; s/@AMI@/$ami_port/; s/@SIP@/$sip_port/; s/@AGI@/$agi_port/" \
    -e "s/@RTP_FIRST@/$rtp_port/; s/@RTP_LAST@/$((rtp_port + 99))/" "$1"
}

configure() {
  local file
  for file in "$here"/sandbox/etc/*.conf; do fill "$file" >"$run/etc/$(basename "$file")"; done
  mkdir -p "$run/data/sounds/en/sandbox" "$run/data/moh"
  cp "$media/agent.al" "$run/data/sounds/en/sandbox/agent.alaw"
  cp "$media/agent-bye.al" "$run/data/sounds/en/sandbox/agent-bye.alaw"
  install_dialplan
}

addresses() {
  local folder; folder=$(outside "$run")
  cat >&2 <<END

Look around:
  Console            http://127.0.0.1:$http_port/ ; the first account is made at
                     $(<"$run/quell/data/set-up-link")
  Quell's log        $folder/quell/log
  Quell's REST API   curl -H "Authorization: Bearer \$(cat $folder/quell/data/api-token)" http://127.0.0.1:$http_port/api/v1/calls
  why, in words      the same with /api/v1/calls/CASE/explain, CASE being a call's case= above
  health, metrics    http://127.0.0.1:$http_port/actuator/health and /actuator/prometheus
  Asterisk's log     $folder/log/full
  Asterisk's console $0 asterisk cli $folder 'core show channels'
  call it yourself   sip:02150500001@127.0.0.1:$sip_port

END
}

# Our dialplan, as a site installs it.
install_dialplan() {
  mkdir -p "$run/quell/data"
  installer --no-reload --backup "$run/backup" --set "QUELL_AGI=agi://127.0.0.1:$agi_port" --set "QUELL_HTTP=http://127.0.0.1:$http_port" \
    --set QUELL_SERVER=sandbox --set QUELL_DETER_SECONDS=25
}

installer() {  # installer OPTION...
  local where=(); if [[ $root != / ]]; then where=(--root "$root"); fi
  "$here/install.sh" "${where[@]}" --etc "$(inside "$run")/etc" --token-file "$run/quell/data/asterisk-token" \
    --ami-password-file "$run/quell/ami-password" "$@" >"$run/log/install" 2>&1 ||
    { tail -n 30 "$run/log/install" >&2; die "install.sh $* found something wrong, see above"; }
}
