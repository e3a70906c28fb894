# shellcheck shell=bash disable=SC2034,SC2154
# Loopback ports of one run, all at fixed distances from one base. Sourced by sandbox.sh.

# Sets the ports, from QUELL_SANDBOX_PORT or the first thousand from 15000 up where nothing listens on them.
choose_ports() {
  local base
  for base in ${QUELL_SANDBOX_PORT:-$(seq 15000 1000 29000)}; do
    http_port=$((base + 27)) ami_port=$((base + 38)) sip_port=$((base + 60)) agi_port=$((base + 73))
    caller_port=$((base + 80)) rtp_port=$((base + 400)) caller_rtp_port=$((base + 500))
    if ports_in_use | awk -v base="$base" '{ d = $2 - base }
        $1 == "tcp" && (d == 27 || d == 38 || d == 73) { taken = 1 }
        $1 == "udp" && (d == 60 || d >= 80 && d < 90 || d >= 400 && d < 600) { taken = 1 }
        END { exit taken }'; then
      # Two runs that start at one moment: the lock, file 8, is kept until the run's last process ends.
      exec 8>"$cache/ports-$base"
      if flock -n 8; then return; fi
    fi
  done
  die "other programs listen on the ports that this run would use; set QUELL_SANDBOX_PORT to a base with 600 free ports after it"
}

ports_in_use() {  # lines of: tcp|udp PORT; of TCP only those that listen, state 0A
  awk '
    function hex(text,  i, n) { for (i = 1; i <= length(text); i++) n = n * 16 + index("0123456789ABCDEF", substr(text, i, 1)) - 1; return n }
    FNR > 1 && (FILENAME ~ /udp/ || $4 == "0A") && split($2, part, ":") == 2 { print (FILENAME ~ /tcp/ ? "tcp" : "udp"), hex(part[2]) }' \
    /proc/net/tcp /proc/net/udp /proc/net/tcp6 /proc/net/udp6 2>/dev/null
}
