# shellcheck shell=bash disable=SC2154
# Programs that the sandbox and the tests use, and the packages that bring them. Sourced by sandbox.sh.

packages_of() {
  case $1 in
    mvn) echo maven ;;
    sipp) echo sip-tester ;;
    flock | unshare) echo util-linux ;;
    *) echo "$1" ;;
  esac
}

# Installs what is lacking when we may, otherwise says which command would.
need_tools() {  # need_tools COMMAND...
  local command missing=()
  for command; do have "$command" || missing+=("$(packages_of "$command")"); done
  ((${#missing[@]})) || return 0
  have apt-get || die "these programs are missing, install them: ${missing[*]}"
  is_root || die "these packages are missing; as root: apt-get install ${missing[*]}"
  apt_install "${missing[@]}"
}

apt_install() {
  mkdir -p "$cache"
  # shellcheck disable=SC2016  # apt-get expands it
  if [[ -z $(apt-get indextargets --format '$(FILENAME)' 'Created-By: Packages' | xargs -r ls 2>/dev/null) ]]; then
    with_progress "reading the package lists" "$cache/apt-update.log" apt-get update
  fi
  with_progress "installing $*" "$cache/apt.log" \
    env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ||
    die "apt-get could not install $*; the last lines above say why"
}
