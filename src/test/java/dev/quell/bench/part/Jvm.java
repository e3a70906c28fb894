package dev.quell.bench.part;

import java.util.List;

/** Options of the servers' virtual machines. */
final class Jvm {

    /** As the package starts the service (src/deb/java.options), with a heap of 1 GiB. */
    static final List<String> SHIPPED = List.of("-Xms1g", "-Xmx1g", "-XX:+UseZGC", "-XX:+UseCompactObjectHeaders");

    private Jvm() {}
}
