package dev.quell.bench.part;

import java.util.List;

/** Options of the servers' virtual machines. */
final class Jvm {

    /** As the package starts the service. */
    static final List<String> SHIPPED = List.of("-Xms1g", "-Xmx1g", "-XX:+UseCompactObjectHeaders");

    private Jvm() {}
}
