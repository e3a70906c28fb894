# shellcheck shell=bash disable=SC2154
# The sample callers' sounds, as raw A-law at 8 kHz: SIPp plays the header of a WAV as sound. Sourced by sandbox.sh.

# Sets `media`, the folder that holds them; makes them once.
make_media() {
  media=$cache/media
  [[ ! -f $media/ready ]] || return 0
  mkdir -p "$media"
  local order="Hello, this is about my order from last week. It has not arrived yet. Could you please look where it is? Thank you."
  utter speech en-us 0 "$order"
  utter quiet en-us -26 "$order"
  utter nuisance en-us 0 "Ha ha, guess who it is. I know where you sit. I will ring again and again and again."
  utter agent en-gb 0 "Customer service, how can I help you?"
  utter agent-bye en-gb 0 "I cannot hear anybody. Goodbye."
  sox -D -n -r 8000 -c 1 -t al "$media/silence.al" trim 0 5
  touch "$media/ready"
}

utter() {  # utter NAME VOICE DECIBELS TEXT: normal speech is about -20 dBFS
  espeak-ng -v "$2" -s 150 -w "$media/$1.wav" "$4"
  sox -D "$media/$1.wav" -r 8000 -c 1 -t al "$media/$1.al" gain -n -1 gain -l 4 gain "$3" pad 0 1.5
  rm "$media/$1.wav"
}
