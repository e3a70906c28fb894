package dev.quell.storage.journal;

import dev.quell.storage.Calls;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/** A process that writes verdicts until it is killed, and says the number of each on a line of its own once it is acknowledged. */
final class JournalingProcess {

    private JournalingProcess() {}

    static void main(String[] args) throws InterruptedException {
        JournaledCalls journal = Opened.in(Path.of(args[0])).calls();
        PrintStream out = System.out;
        Semaphore underWay = new Semaphore(64);
        for (int n = Integer.parseInt(args[1]); ; n++) {
            int number = n;
            underWay.acquire();
            journal.screened(Calls.screened(number)).thenRun(() -> {
                synchronized (out) {
                    out.println(number);
                    out.flush();
                }
                underWay.release();
            });
        }
    }
}
