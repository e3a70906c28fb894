#!/bin/bash
# Makes and checks Quell's prompts. See sounds/README.md, or run with --help.
set -euo pipefail
export LC_ALL=C SOX_OPTS=-D   # no dither: the same table makes the same bytes

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
table=$here/prompts.tsv
sounds=$here/sounds
force=no
readonly LANGUAGES=(en zh) FORMATS=(wav sln16 alaw ulaw g722)
readonly LEVEL=-20            # dBFS, RMS of what we make
readonly RMS_MIN=-26 RMS_MAX=-14 PEAK_MAX=-1

usage() {
  cat <<END
usage: make-sounds.sh [--dir DIR] [--force]            make what is missing or ours
       make-sounds.sh [--dir DIR] --check              verify every name, language and format
       make-sounds.sh [--dir DIR] --replace LANG/NAME RECORDING
                                                       put a recording of your own in place of a prompt

  --dir DIR   the folder that holds en/quell and zh/quell (default: $sounds);
              on a running Asterisk usually /var/lib/asterisk/sounds
  --force     make our own prompts again, even where a site put its own
END
}

die() { echo "make-sounds: $*" >&2; exit 1; }

need() {  # need COMMAND PACKAGE
  command -v "$1" >/dev/null || die "$1 is missing; install it with: apt-get install $2"
}

# Rows of the table as: name, longest, text of the language, what the synthesiser reads.
rows() {
  awk -F'\t' -v lang="$1" '/^#/ || NF == 0 { next }
    NF != 5 { print "make-sounds: prompts.tsv line " NR " has " NF " fields, it must have 5" > "/dev/stderr"; exit 1 }
    lang == "en" { print $1 "\t" $2 "\t" $3 "\t" $3 }
    lang == "zh" { print $1 "\t" $2 "\t" $4 "\t" $5 }' "$table"
}

speak() {  # speak LANG TEXT OUT.wav
  case $1 in
    en) text2wave -eval '(voice_cmu_us_slt_arctic_hts)' -o "$3" <<<"$2" ;;
    zh) espeak-ng -v cmn-latn-pinyin -s 185 -w "$3" "$2" ;;
  esac
}

tone() {  # tone NAME OUT.wav
  local note=(-n -r 32000 -c 1 -b 16)
  case $1 in
    sit)
      sox "${note[@]}" "$work/1.wav" synth 0.33 sine 950
      sox "${note[@]}" "$work/2.wav" synth 0.33 sine 1400
      sox "${note[@]}" "$work/3.wav" synth 0.33 sine 1800
      sox "$work/1.wav" "$work/2.wav" "$work/3.wav" "$2" pad 0 0.3 ;;
    # Two chimes and a rest, 2 s; four of them. It begins and ends in silence, so that it can be looped.
    signal-tone)
      sox "${note[@]}" "$work/low.wav" synth 0.6 sine 660 fade h 0.02 0.6 0.35
      sox "${note[@]}" "$work/high.wav" synth 0.9 sine 880 fade h 0.02 0.9 0.7 pad 0 0.5
      sox "$work/low.wav" "$work/high.wav" "$2" repeat 3 ;;
    *) die "there is no tone called $1; known are sit and signal-tone" ;;
  esac
}

stat_of() {  # stat_of rms|peak SOX-INPUT... -> dBFS
  local what=$1; shift
  sox "$@" -n stat 2>&1 | awk -v what="$what" '
    $0 ~ "^ *Maximum amplitude" { max = $3 } $0 ~ "^ *Minimum amplitude" { min = -$3 }
    $0 ~ "^ *RMS +amplitude" { rms = $3 }
    END { v = max > min ? max : min; if (what == "rms") v = rms
          printf "%.1f\n", (v > 0 ? 20 * log(v) / log(10) : -99) }'
}

# One raw rendering to the five files of a prompt.
encode() {  # encode RAW.wav TARGET-WITHOUT-SUFFIX voice|tone
  local shape=(highpass 120 silence 1 0.01 0.3% reverse silence 1 0.01 0.3% reverse) pad=(pad 0.1 0.2)
  if [[ $3 == tone ]]; then shape=(); pad=(); fi
  sox -G "$1" -r 16000 -c 1 -b 16 "$work/16k.wav" gain -6 "${shape[@]}" "${pad[@]}"
  local gain
  gain=$(echo "$(stat_of rms "$work/16k.wav") $(stat_of peak "$work/16k.wav")" | awk -v level=$LEVEL '
    { gain = level - $1; if ($2 + gain > -3) gain = -3 - $2; printf "%.1f", gain }')
  sox "$work/16k.wav" "$work/16k-level.wav" gain "$gain"
  sox "$work/16k-level.wav" -r 8000 "$work/8k.wav" lowpass 3400
  cp "$work/8k.wav" "$2.wav"
  sox "$work/16k-level.wav" -t raw -e signed -b 16 -L "$2.sln16"
  sox "$work/8k.wav" -t al "$2.alaw"
  sox "$work/8k.wav" -t ul "$2.ulaw"
  ffmpeg -nostdin -loglevel error -y -i "$work/16k-level.wav" -c:a g722 -f g722 "$2.g722"
}

# A prompt is a site's own when any of its files differs from what the manifest says we made.
is_sites() {  # is_sites LANG/quell/NAME
  local format sum
  for format in "${FORMATS[@]}"; do
    [[ -e $sounds/$1.$format ]] || continue
    sum=$(sha256sum <"$sounds/$1.$format"); sum=${sum%% *}
    grep -qxF "$sum  $1.$format" "$sounds/manifest.sha256" 2>/dev/null || return 0
  done
  return 1
}

record() {  # the manifest: forget the old sums of LANG/quell/NAME, add the new ones
  touch "$sounds/manifest.sha256"
  { grep -vE "  $1\.(wav|sln16|alaw|ulaw|g722)\$" "$sounds/manifest.sha256" || true
    (cd "$sounds" && sha256sum "${FORMATS[@]/#/$1.}"); } | sort -k2 >"$work/manifest"
  cp "$work/manifest" "$sounds/manifest.sha256"
}

make_all() {
  need sox sox; need ffmpeg ffmpeg; need espeak-ng espeak-ng; need text2wave "festival festvox-us-slt-hts"
  local lang name spoken prompt kept=0 made=0
  for lang in "${LANGUAGES[@]}"; do
    while IFS=$'\t' read -r name _ _ spoken; do
      prompt=$lang/quell/$name
      if [[ $force == no ]] && is_sites "$prompt"; then
        echo "kept  $prompt (not ours; --force makes it again)"; kept=$((kept + 1)); continue
      fi
      mkdir -p "$(dirname "$sounds/$prompt")"
      if [[ $spoken == ~* ]]; then
        tone "${spoken#\~}" "$work/raw.wav"; encode "$work/raw.wav" "$sounds/$prompt" tone
      else
        speak "$lang" "$spoken" "$work/raw.wav"; encode "$work/raw.wav" "$sounds/$prompt" voice
      fi
      record "$prompt"; made=$((made + 1))
    done < <(rows "$lang")
  done
  echo "made $made prompts, kept $kept, in $sounds"
}

replace() {  # replace LANG/NAME RECORDING
  need sox sox; need ffmpeg ffmpeg
  local lang=${1%%/*} name=${1#*/}
  [[ -f $2 ]] || die "$2 is not a file; give a recording that sox can read, such as a wav"
  rows "$lang" | cut -f1 | grep -qxF -- "$name" || die "there is no prompt $1; names are like zh/greeting, see prompts.tsv"
  mkdir -p "$(dirname "$sounds/$lang/quell/$name")"
  encode "$2" "$sounds/$lang/quell/$name" voice
  echo "replaced $lang/quell/$name in ${#FORMATS[@]} formats; check it with --check"
}

# Prints seconds, RMS and peak of a file, '-' where it cannot be told.
measure() {  # measure FILE FORMAT
  local size; size=$(stat -c %s "$1")
  local in=()
  case $2 in
    wav) [[ $(soxi -r "$1") == 8000 && $(soxi -c "$1") == 1 && $(soxi -b "$1") == 16 ]] \
           || { echo "- - - must be 8000 Hz, 1 channel, 16 bit; it is $(soxi -r "$1") Hz, $(soxi -c "$1"), $(soxi -b "$1")"; return; }
         in=("$1"); size=$(($(soxi -s "$1") * 4)) ;;
    sln16) in=(-t raw -r 16000 -e signed -b 16 -c 1 -L "$1") ;;
    alaw) in=(-t al -r 8000 -c 1 "$1"); size=$((size * 4)) ;;
    ulaw) in=(-t ul -r 8000 -c 1 "$1"); size=$((size * 4)) ;;
    g722) size=$((size * 4))
      if ! command -v ffmpeg >/dev/null; then
        awk -v s="$size" 'BEGIN { printf "%.2f - -\n", s / 32000 }'; return
      fi
      ffmpeg -nostdin -loglevel error -y -f g722 -i "$1" -f wav "$work/g722.wav"; in=("$work/g722.wav") ;;
  esac
  awk -v s="$size" -v r="$(stat_of rms "${in[@]}")" -v p="$(stat_of peak "${in[@]}")" \
    'BEGIN { printf "%.2f %s %s\n", s / 32000, r, p }'
}

judge() {  # judge SECONDS RMS PEAK LONGEST WAV-SECONDS -> what is wrong, or nothing
  awk -v s="$1" -v r="$2" -v p="$3" -v longest="$4" -v wav="$5" \
    -v lo=$RMS_MIN -v hi=$RMS_MAX -v top=$PEAK_MAX 'BEGIN {
      if (s > longest) printf "longer than %s s; ", longest
      if (wav != "-" && (s - wav > 0.05 || wav - s > 0.05)) printf "length differs from the wav, %s s; ", wav
      if (r != "-" && (r < lo || r > hi)) printf "RMS must be within %d..%d dBFS; ", lo, hi
      if (p != "-" && p >= top) printf "peak must be under %d dBFS; ", top }'
}

check() {
  need sox sox
  command -v ffmpeg >/dev/null || echo "note: without ffmpeg the level of g722 files is not checked"
  local lang name longest prompt format file wrong seconds rms peak rest wav faults=0 files=0
  printf '%-22s %-6s %6s %7s %7s  %-5s %s\n' prompt format s RMS peak from verdict
  for lang in "${LANGUAGES[@]}"; do
    while IFS=$'\t' read -r name longest _ _; do
      prompt=$lang/quell/$name; wav=-
      local from=ours; if is_sites "$prompt"; then from=site; fi
      for format in "${FORMATS[@]}"; do
        file=$sounds/$prompt.$format; seconds=- rms=- peak=- rest=; files=$((files + 1))
        if [[ -s $file ]]; then
          read -r seconds rms peak rest < <(measure "$file" "$format")
          if [[ $format == wav ]]; then wav=$seconds; fi
          wrong=${rest:-$(judge "$seconds" "$rms" "$peak" "$longest" "$wav")}
        else
          wrong="missing: make-sounds.sh makes it"
        fi
        [[ -z $wrong ]] || faults=$((faults + 1))
        printf '%-22s %-6s %6s %7s %7s  %-5s %s\n' "$lang/$name" "$format" "$seconds" "$rms" "$peak" "$from" "${wrong:-ok}"
      done
    done < <(rows "$lang")
  done
  echo "$files files, $faults at fault"
  [[ $faults == 0 ]]
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
action=make_all
arguments=()
while (($#)); do
  case $1 in
    --dir) [[ -d ${2:-} ]] || die "--dir needs a folder that exists; got '${2:-}'"; sounds=$2; shift ;;
    --force) force=yes ;;
    --check) action=check ;;
    --replace) (($# >= 3)) || die "--replace needs LANG/NAME and a recording"; action=replace; arguments=("$2" "$3"); shift 2 ;;
    -h | --help) usage; exit ;;
    *) usage >&2; die "unknown argument: $1" ;;
  esac
  shift
done
"$action" "${arguments[@]}"
