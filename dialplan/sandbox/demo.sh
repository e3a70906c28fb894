# shellcheck shell=bash disable=SC2034,SC2154
# The demo: a private Asterisk, Quell in `enforce`, and sample callers one can look at. Sourced by sandbox.sh.

run_demo() {
  need_jdk run
  need_tools sipp sox espeak-ng curl
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
  [[ -n ${NOSVC:-} ]] || service_start "$run"
  say "Asterisk and Quell are up after $SECONDS s. Placing sample callers; this takes a good minute."
  place_callers
  addresses
  if [[ -t 0 || -n ${QUELL_SANDBOX_STAY:-} ]]; then
    say "Everything goes on running. Ctrl-C ends it."
    sleep infinity &
    idle=$!
    wait "$idle"
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
    if kill -0 "$(<"$old/owner")" 2>/dev/null; then continue; fi
    say "removing what an earlier run left in $old"
    run=$old
    belongs "$old/run/pid" && instance_stop "$old"
    belongs "$old/quell/pid" && service_stop "$old"
    rm -rf "$old"
  done
}

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
  cat >&2 <<END

Look around:
  Quell's log        $run/quell/log
  Quell's REST API   http://127.0.0.1:$http_port/api/v1/calls   (token: $run/quell/data/api-token)
  health, metrics    http://127.0.0.1:$http_port/actuator/health and /actuator/prometheus
  Asterisk's log     $run/log/full
  Asterisk's console $0 asterisk cli $run 'core show channels'
  call it yourself   sip:02150500001@127.0.0.1:$sip_port

END
}

# TODO replaced by install.sh
install_dialplan() {
  local token secret
  token=$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n') secret=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
  cp "$here"/quell*.conf "$run/etc/"
  cp -r "$here"/sounds/en/quell "$run/data/sounds/en/"; mkdir -p "$run/data/moh-quell"; cp "$here"/sounds/en/quell/signal-tone.* "$run/data/moh-quell/"
  sed -i -e "s|^QUELL_TOKEN.*|QUELL_TOKEN = $token|; s|:4573|:$agi_port|; s|:8427|:$http_port|; s|^QUELL_SERVER.*|QUELL_SERVER = sandbox|; s|^QUELL_DETER_SECONDS.*|QUELL_DETER_SECONDS = 25|" "$run/etc/quell_globals.conf"
  sed -i "s|^secret.*|secret = $secret|" "$run/etc/quell_manager.conf"
  for f in queues manager musiconhold; do echo "#include quell_$f.conf" >>"$run/etc/$f.conf"; done
  echo "#include quell_features.conf" >>"$run/etc/features.conf"
  { echo "[globals]"; echo "#include quell_globals.conf"; echo "#include quell.conf"; } >>"$run/etc/extensions.conf"
  mkdir -p "$run/quell/data"
  (umask 077; printf %s "$token" >"$run/quell/data/asterisk-token"; printf %s "$secret" >"$run/quell/ami-password")
}
