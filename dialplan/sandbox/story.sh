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
  tell "$QUIET" 1 "A quiet speaker, 26 dB under normal, on a line where every caller is listened to: speaks before the first prompt." "${chains[1]}"
  tell "$NUISANCE" 3 "The nuisance: two agents flag him with *66; his third call reaches nobody." "${chains[3]}"
  tell "$SILENT" 4 "The silent caller: three calls reach an agent, the fourth is listened to." "${chains[2]}"
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

# Prints for each of a caller's calls, as soon as it is over, what was heard and why.
tell() {  # tell NUMBER CALLS TITLE PROCESS
  printf '\n%s (+%s)\n' "$3" "$1"
  local channel count
  for ((count = 1; count <= $2; count++)); do
    until channel=$(channels_of "$1" | sed -n "${count}p") && [[ -n $channel ]] && over "$channel"; do
      kill -0 "$4" 2>/dev/null || break
      sleep 0.3
    done
    [[ -n $channel ]] || { say "  expected $2 calls, Asterisk saw $((count - 1)); see $(outside "$run/log/full") and $(outside "$run")/sipp-*"; break; }
    printf '  call %d of %d\n' "$count" "$2"
    heard "$channel" "$1"
    why "$channel"
  done
  wait "$4" || true
}
