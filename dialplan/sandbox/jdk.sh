# shellcheck shell=bash disable=SC2154
# The JDK that builds and runs Quell: the machine's, or one in the private system beside Asterisk. Sourced by sandbox.sh.

readonly JDK=25
readonly JDK_PACKAGES=("openjdk-$JDK-jdk-headless" maven sip-tester sox espeak-ng curl procps ca-certificates)

# Prints the home of a JDK of this version or newer; fails if there is none.
find_jdk() {
  [[ ${QUELL_JDK:-} != chroot ]] || return 1
  local home version
  for home in "${JAVA_HOME:-}" "$(java_on_path)" /usr/lib/jvm/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/*; do
    [[ -x $home/bin/javac && -f $home/release ]] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    if [[ ${version:-0} -ge $JDK ]]; then echo "$home"; return; fi
  done
  return 1
}

java_on_path() { if have javac; then dirname "$(dirname "$(readlink -f "$(command -v javac)")")"; fi; }

# Sets `jdk`. Without one this script runs itself again inside a system that has one, and does not return.
need_jdk() {  # need_jdk ARGUMENTS-OF-THIS-SCRIPT...
  if jdk=$(find_jdk); then export JAVA_HOME=$jdk; return; fi
  is_root || die "no JDK $JDK on this machine. Install openjdk-$JDK-jdk-headless where your distribution has it, or unpack a build of OpenJDK $JDK (Eclipse Temurin, for example) and set JAVA_HOME; as root, this script gets one by itself"
  if [[ ${QUELL_JDK:-} != chroot ]] && have apt-get && apt-cache show "openjdk-$JDK-jdk-headless" >/dev/null 2>&1; then
    apt_install "openjdk-$JDK-jdk-headless"
    jdk=$(find_jdk) || die "openjdk-$JDK-jdk-headless is installed, but no JDK $JDK is found in /usr/lib/jvm"
    export JAVA_HOME=$jdk; return
  fi
  say "no JDK $JDK on this machine: using one in the private system"
  root=$cache/asterisk
  [[ -x $root/usr/sbin/asterisk ]] || locked build_root
  [[ -f $root/quell/jdk-ready ]] || locked add_jdk
  run_in_chroot "$@"
}

add_jdk() {
  [[ ! -f $root/quell/jdk-ready ]] || return 0
  # The machine's own resolver and certificate authorities hold inside as well.
  cp -L /etc/resolv.conf "$root/etc/resolv.conf"
  mkdir -p "$root/usr/local/share/ca-certificates"
  cp -r /usr/local/share/ca-certificates/. "$root/usr/local/share/ca-certificates/" 2>/dev/null || true
  with_progress "JDK $JDK and Maven into $root, about 600 MB" "$cache/jdk.log" \
    private_mounts "$root" -- /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb \
      http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" DEBIAN_FRONTEND=noninteractive bash -c '
        set -e
        printf "#!/bin/sh\nexit 101\n" >/usr/sbin/policy-rc.d; chmod 755 /usr/sbin/policy-rc.d
        dpkg --configure -a
        # A mirror may lag behind, with a list past its date; debootstrap does not mind that either.
        apt-get -o Acquire::Check-Valid-Until=false update
        apt-get install -y --no-install-recommends "$@"
        update-ca-certificates -f
        apt-get clean; rm -rf /var/lib/apt/lists/*' install "${JDK_PACKAGES[@]}" ||
    die "the JDK could not be installed; the last lines above say why. Unpack a build of OpenJDK $JDK by hand and set JAVA_HOME instead"
  touch "$root/quell/jdk-ready"
}

# Runs a command with /proc, /dev and FOLDERs in the root. Its mount namespace ends with it: nothing stays mounted.
# A FOLDER is FROM:TO, FROM on this machine and TO in the root.
private_mounts() {  # private_mounts ROOT [FOLDER...] -- COMMAND...
  # shellcheck disable=SC2016  # expanded by the inner shell
  exec unshare --mount --propagation private bash -c '
    set -e
    root=$1; shift
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    while [[ $1 != -- ]]; do
      mkdir -p "$root${1#*:}"; mount --bind "${1%%:*}" "$root${1#*:}"; shift
    done
    shift
    exec chroot "$root" "$@"' mounts "$@"
}

# The same script with the same arguments, where everything is on the PATH. The project keeps its path, Maven its repository.
run_in_chroot() {
  local home=/root   # whatever HOME says, Java takes the home folder of /etc/passwd
  mkdir -p "$HOME/.m2/repository" "$root$home/.m2"
  if [[ -f $HOME/.m2/settings.xml ]]; then cp "$HOME/.m2/settings.xml" "$root$home/.m2/"; fi
  cp -L /etc/resolv.conf "$root/etc/resolv.conf"
  own_name
  private_mounts "$root" "$project:$project" "$HOME/.m2/repository:$home/.m2/repository" -- /usr/bin/env -u JAVA_HOME -u QUELL_JDK \
    HOME=$home QUELL_CACHE=/quell/cache QUELL_OUTSIDE="$root" QUELL_SECONDS=$SECONDS PATH=/usr/sbin:/usr/bin:/sbin:/bin "$project/dialplan/sandbox.sh" "$@"
}
