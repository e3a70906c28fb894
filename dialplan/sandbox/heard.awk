# From Asterisk's full log: what the caller on `channel` (from `number`) went through. `table` is prompts.tsv.
BEGIN {
  while ((getline line < table) > 0) { if (line !~ /^#/) { split(line, field, "\t"); text[field[1]] = field[3] } }
}
function seconds(  clock) {   # "[2026-11-22 08:53:31.629]"
  split($2, clock, ":"); sub(/\]/, "", clock[3]); return clock[1] * 3600 + clock[2] * 60 + clock[3]
}
function tell(what,  at) {
  if (what == last) return
  last = what; at = seconds() - start; if (at < 0) at += 86400
  printf "    %5.1f s  %s\n", at, what
}
function prompt(name) {
  if (text[name] ~ /^~sit/) return "hears the special information tone"
  if (name ~ /^digits\//) { digits = digits substr(name, 8); return "" }
  return "hears: " text[name]
}
index($0, "sandbox: " channel " is ") && !start { start = seconds(); tell("calls"); next }
!start || over { next }
index($0, "sandbox: agent ") && index($0, " answers " number) { match($0, /agent [a-z]+/); tell(substr($0, RSTART, RLENGTH) " answers") }
index($0, "sandbox: agent ") && index($0, " flags " number) { match($0, /agent [a-z]+/); tell(substr($0, RSTART, RLENGTH) " dials *66 and 1") }
!index($0, channel) { next }
match($0, /Playing 'quell\/[^'.]*/) { said = prompt(substr($0, RSTART + 15, RLENGTH - 15)); if (said != "") tell(said) }
/Started music on hold, class 'quell-signal'/ { tell("hears the signal tone, in the deterrent queue") }
/Started music on hold, class 'default'/ { tell("waits for an agent") }
/Executing \[s@quell-ended:1\]/ || /hungup|Hungup/ { }
index($0, "Executing [s@quell-ended:1]") { if (digits != "") tell("hears the case number " digits); tell("the call is over"); over = 1 }
