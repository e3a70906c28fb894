# shellcheck shell=bash disable=SC2154
# Where Asterisk comes from: the machine's own, or one that debootstrap puts into the cache. Sourced by sandbox.sh.

readonly ASTERISK_MODULES=(chan_pjsip app_queue res_agi app_mixmonitor func_curl func_talkdetect func_db app_senddtmf)
readonly ASTERISK_PACKAGES=asterisk,asterisk-core-sounds-en,asterisk-core-sounds-en-gsm
readonly SUITES=${QUELL_SUITE:-sid bullseye}   # the first that can be had; 12 and 13 carry no asterisk package

# Sets `root`: "/" for the machine's own Asterisk, otherwise the folder to chroot into.
find_asterisk() {
  root=/
  if [[ -n ${QUELL_ASTERISK:-} ]]; then
    root=$QUELL_ASTERISK
    [[ -x $root/usr/sbin/asterisk ]] || die "QUELL_ASTERISK=$root holds no usr/sbin/asterisk; unset it, or give the root of a system with Asterisk"
  elif ! own_asterisk; then
    root=$cache/asterisk
    [[ -x $root/usr/sbin/asterisk ]] || locked build_root
    [[ ! -w $root/etc ]] || no_lookups
  fi
}

# Asterisk looks up its machine's name for every call; without these files each call waits for a name server.
own_name() { printf '127.0.0.1 localhost %s\n' "$(hostname)" >"$root/etc/hosts"; }

no_lookups() {
  own_name
  printf 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n' >"$root/etc/resolv.conf"
}

own_asterisk() {
  local modules module
  have asterisk || return 1
  modules=$(module_folder /) || return 1
  for module in "${ASTERISK_MODULES[@]}"; do
    [[ -e $modules/$module.so ]] || { say "the machine's Asterisk has no $module.so: a private one is used"; return 1; }
  done
}

module_folder() {  # module_folder ROOT -> the folder of its modules, as a host path
  local folder
  for folder in "${1%/}"/usr/lib/*/asterisk/modules "${1%/}"/usr/lib{,64}/asterisk/modules; do
    if [[ -e $folder/res_agi.so ]]; then echo "$folder"; return; fi
  done
  return 1
}

# Debian mirrors from the machine's own package sources; the first that carries the suite.
find_mirror() {  # find_mirror SUITE
  local mirror
  # shellcheck disable=SC2016  # apt-get expands it
  for mirror in ${QUELL_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | sort -u | grep -E '^https?:' | grep -v security)}; do
    if wget -q -t 2 -T 20 -O /dev/null "${mirror%/}/dists/$1/InRelease"; then echo "${mirror%/}"; return; fi
  done
  return 1
}

# Builds in a folder beside and renames it: an interrupted run is never taken for a whole one.
build_root() {
  [[ ! -x $root/usr/sbin/asterisk ]] || return 0   # somebody else was first
  have apt-get || die "no Asterisk on this machine's PATH, and no apt to get one; install asterisk 18 or newer"
  is_root || die "no Asterisk on this machine's PATH. Putting a private one into $cache needs root: run this once with sudo -E $0 provision, or install asterisk"
  need_tools debootstrap wget
  local suite mirror proxy; proxy=$(apt-config shell p Acquire::http::Proxy); eval "$proxy"; export http_proxy=${http_proxy:-${p:-}}
  rm -rf "$cache"/asterisk.new.*
  local new=$cache/asterisk.new.$$
  for suite in $SUITES; do
    mirror=$(find_mirror "$suite") || { say "no mirror in this machine's apt sources carries Debian $suite"; continue; }
    if with_progress "Asterisk from Debian $suite into $cache, about 500 MB and a minute" "$cache/debootstrap.log" \
        debootstrap --variant=minbase --include="$ASTERISK_PACKAGES" "$suite" "$new" "$mirror"; then
      rm -rf "$new"/var/cache/apt/archives/*.deb
      mkdir -p "$new/quell"
      mv "$new" "$root" || die "could not rename $new to $root"
      say "Asterisk is in $root"
      return
    fi
    say "Debian $suite could not be installed"; rm -rf "$new"
  done
  die "no Asterisk could be had. Install asterisk (18 or newer) by hand, or set QUELL_MIRROR to a Debian mirror"
}

# Runs a command of the provisioned system.
in_root() {
  if [[ $root == / ]]; then "$@"; else
    is_root || die "the private Asterisk in $root runs in a chroot, which needs root: use sudo -E, or install asterisk on the machine"
    chroot "$root" /usr/bin/env "$@"
  fi
}
