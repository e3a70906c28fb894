# shellcheck shell=bash disable=SC2154
# The sample callers' story: who calls when, and what is told of it. Sourced by sandbox.sh.

readonly CUSTOMER=441632960001 SILENT=441632960002 QUIET=441632960004 NUISANCE=441632960066
readonly LINE=+862150500001 CALLBACK_LINE=+862150500002 ORDER_LINE=+862150500003
chains=()

# Callers act at the same time; each one's calls come one after another.
place_callers() {
  chain customer_calls; sleep 0.5
  chain quiet_calls; sleep 0.5
  chain silent_calls; sleep 0.5
  chain nuisance_calls
  tell "$CUSTOMER" 1 "The customer: speaks, is put through." "${chains[0]}"
  tell "$QUIET" 1 "A quiet speaker, 26 dB under normal, on a line where every caller is listened to." "${chains[1]}"
  tell "$SILENT" 4 "The silent caller: three calls reach an agent, the fourth is listened to." "${chains[2]}"
  tell "$NUISANCE" 3 "The nuisance: two agents flag him with *66; his third call reaches nobody." "${chains[3]}"
}

chain() { set -m; "$1" & set +m; chains+=($!); }

customer_calls() { call 0 $CUSTOMER $LINE speech 14; }
quiet_calls() { call 1 $QUIET $CALLBACK_LINE quiet 30; }
silent_calls() {
  for _ in 1 2 3 4; do call 2 $SILENT $LINE silence 60; done
}
nuisance_calls() {
  call 3 $NUISANCE $ORDER_LINE nuisance 13
  call 3 $NUISANCE $ORDER_LINE nuisance 13
  call 3 $NUISANCE $ORDER_LINE nuisance 90
}

# Waits for a caller's calls and prints for each what was heard and why.
tell() {  # tell NUMBER CALLS TITLE PROCESS
  wait "$4" || true
  printf '\n%s (+%s)\n' "$3" "$1"
  local channel count=0
  for channel in $(channels_of "$1"); do
    count=$((count + 1))
    printf '  call %d of %d\n' "$count" "$2"
    heard "$channel" "$1"
    why "$channel"
  done
  [[ $count == "$2" ]] || say "  expected $2 calls, Asterisk saw $count; see $run/log/full and $run/sipp-*"
}
