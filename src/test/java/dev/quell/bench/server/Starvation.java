package dev.quell.bench.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A server without its cores: as long as this is open it has one of them, and shares that with busy loops. */
public final class Starvation implements AutoCloseable {

    private final ServerProcess server;
    private final List<Process> loops = new ArrayList<>();

    private Starvation(ServerProcess server) {
        this.server = server;
    }

    /** Takes the cores away; so many busy loops share the one that is left. */
    public static Starvation of(ServerProcess server, int loops) throws IOException, InterruptedException {
        Starvation starvation = new Starvation(server);
        Cores one = new Cores(Cores.servers().first(), Cores.servers().first());
        for (int n = 0; n < loops; n++) {
            List<String> command = new ArrayList<>(one.prefix());
            command.addAll(List.of("/bin/sh", "-c", "while :; do :; done"));
            starvation.loops.add(new ProcessBuilder(command).start());
        }
        one.give(server.pid());
        return starvation;
    }

    /** Ends the loops and gives the cores back. */
    @Override
    public void close() throws IOException, InterruptedException {
        loops.forEach(Process::destroyForcibly);
        Cores.servers().give(server.pid());
    }
}
