# shellcheck shell=bash disable=SC2154
# Quell itself: built if the sources are newer, and run with embedded defaults in the run's folder. Sourced by sandbox.sh.

# The jar's own time is the one that the build writes into it; so a stamp says when it was built.
build_jar() {
  local stamp=$project/target/sandbox-built
  if [[ -f $project/target/quell.jar && -f $stamp && -z $(find "$project/src/main" "$project/pom.xml" -newer "$stamp" -print -quit) ]]; then
    return
  fi
  need_tools mvn
  mkdir -p "$cache"
  touch "$cache/build-begun"
  with_progress "building target/quell.jar; the first time takes minutes" "$cache/build.log" \
    mvn -B -f "$project/pom.xml" -DskipTests -Dspotless.check.skip=true package || die "the build failed; its end is above"
  touch -r "$cache/build-begun" "$stamp"
  give_back
}

# What was built under sudo belongs to whoever called sudo, who may want to build again without.
give_back() { if [[ -n ${SUDO_UID:-} && -d $project/target ]]; then chown -R "$SUDO_UID:${SUDO_GID:-0}" "$project/target"; fi; }

service_start() {  # service_start DIR: returns when it is healthy
  local dir=$1/quell tries=0
  mkdir -p "$dir/config" "$dir/data"
  fill "$here/sandbox/etc/quell.yml" >"$dir/config/application.yml"
  (cd "$dir" && exec setsid "$jdk/bin/java" --enable-native-access=ALL-UNNAMED -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$project/target/quell.jar" >log 2>&1 </dev/null) &
  echo $! >"$dir/pid"
  disown
  until curl -fs -o /dev/null "http://127.0.0.1:$http_port/actuator/health"; do
    kill -0 "$(<"$dir/pid")" 2>/dev/null || { tail -n 30 "$dir/log" >&2; die "Quell ended at once; its last words are above"; }
    if ((++tries > 300)); then tail -n 30 "$dir/log" >&2; die "Quell is not healthy after 60 s; its last words are above"; fi
    sleep 0.2
  done
}

service_stop() {  # service_stop DIR
  local pid tries=0
  [[ -f $1/quell/pid ]] || return 0
  pid=$(<"$1/quell/pid")
  kill "$pid" 2>/dev/null || return 0
  while kill -0 "$pid" 2>/dev/null; do
    ((++tries < 150)) || { kill -9 "$pid" 2>/dev/null; return; }
    sleep 0.1
  done
}
