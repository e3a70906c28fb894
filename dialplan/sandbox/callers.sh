# shellcheck shell=bash disable=SC2154
# Sample callers: SIPp places the calls, Asterisk's log tells what each heard. Sourced by sandbox.sh.

# Places one call and returns when it is over. SLOT parts the ports of calls at the same time.
call() {  # call SLOT NUMBER LINE SOUND PATIENCE-SECONDS
  local slot=$1 out ports=(-mp $((caller_rtp_port + $1 * 8)))
  # SIPp 3.7 has a range of its own for streams, before it they start at -mp.
  if sipp -h 2>&1 | grep -q min_rtp_port; then ports+=(-min_rtp_port $((caller_rtp_port + slot * 8 + 2)) -max_rtp_port $((caller_rtp_port + slot * 8 + 7))); fi
  out=$(mktemp -d "$run/sipp-XXXXXX")
  sed "s|@SOUND@|$media/$4.al|; s|@PATIENCE@|$(($5 * 1000))|; s|@NUMBER@|$2|" "$here/sandbox/sipp/caller.xml" >"$out/caller.xml"
  (cd "$out" && exec sipp -sf caller.xml -m 1 -nostdin -s "$3" -i 127.0.0.1 -mi 127.0.0.1 -p $((caller_port + slot)) \
    "${ports[@]}" "127.0.0.1:$sip_port" >out 2>&1) || say "SIPp ended with $? for the call from $2; see $(outside "$out/out")"
}

# The channels of a number's calls, oldest first.
channels_of() {  # channels_of NUMBER
  sed -n "s/.*sandbox: \(PJSIP[^ ]*\) is $1 in call .*/\1/p" "$run/log/full" | awk '!seen[$0]++'
}

# Whether a channel's call has ended.
over() { grep -F 'Executing [s@quell-ended:1]' "$run/log/full" | grep -qF "\"$1\""; }

# What the caller on a channel went through, one line each, with the seconds since the call came in.
heard() {  # heard CHANNEL NUMBER
  awk -v channel="$1" -v number="$2" -v table="$here/prompts.tsv" -f "$here/sandbox/heard.awk" "$run/log/full"
}

# Quell's own words on a channel's call: its log has one line when the call is screened, one when it has ended. The end is told after
# the hang-up: it is waited for, 3 s at most.
why() {  # why CHANNEL
  local id tries=0; id=$(sed -n "s|.*sandbox: $1 is [0-9]* in call \([0-9.]*\).*|\1|p" "$run/log/full" | head -n 1)
  until grep -qF "ended call=sandbox:$id " "$run/quell/log" || ((++tries > 15)); do sleep 0.2; done
  grep -F "quell.calls" "$run/quell/log" | grep -F "call=sandbox:$id " | sed 's/^.*quell\.calls *: */why: /' |
    fold -s -w 110 | sed 's/^why:/    why:/; t; s/^/         /'
}
