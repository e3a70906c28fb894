package dev.quell.bench.part;

import dev.quell.asterisk.ami.FakeAmi;
import dev.quell.bench.page.Part;
import dev.quell.bench.page.Plan;
import dev.quell.bench.page.Text;
import dev.quell.bench.server.Meters;
import dev.quell.bench.server.QuellServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Events of the manager interface: how many a second, how many are lost, and how soon the connection is back. */
public final class Events implements Part {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AWAY = Duration.ofSeconds(10);

    @Override
    public String key() {
        return "events";
    }

    @Override
    public String heading() {
        return "Events of the manager interface";
    }

    @Override
    public List<String> measure(Plan plan) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of(
                "Talk events of 1,000 calls that are up, over one connection to the full service. Lost: sent and not accepted into the queue, which"
                        + " holds 10,000.",
                "",
                Text.row("sent", "at", "accepted", "lost", "taken in at", "cores busy"),
                Text.rule(6)));
        Path directory = Files.createTempDirectory(plan.directory(), "events");
        try (FakeAmi ami = new FakeAmi();
                QuellServer quell =
                        QuellServer.start(Jvm.SHIPPED, directory.resolve("shipped"), settings(ami, 10_000))) {
            Meters meters = new Meters(quell.http());
            TalkEvents events = new TalkEvents(ami);
            events.begin(meters);
            int seconds = plan.size(5, 30);
            lines.add(row(quell, meters, events, 5_000, 5_000 * seconds));
            lines.add(row(quell, meters, events, 50_000, 50_000 * seconds / 3));
            lines.add(row(quell, meters, events, Integer.MAX_VALUE, plan.size(200_000, 2_000_000)));
        }
        lines.addAll(List.of("", comesBack(plan, directory)));
        return lines;
    }

    private static List<String> settings(FakeAmi ami, int queue) {
        return List.of(
                "quell.ami.servers.pbx.host=127.0.0.1",
                "quell.ami.servers.pbx.port=" + ami.port(),
                "quell.ami.servers.pbx.username=quell",
                "quell.ami.servers.pbx.password=none",
                "quell.ami.queue=" + queue);
    }

    private static String row(QuellServer quell, Meters meters, TalkEvents events, int rate, int count)
            throws IOException, InterruptedException {
        double before = seen(meters);
        double lostBefore = meters.sum("quell_ami_events_dropped_total");
        Duration busyBefore = quell.processorTime();
        long began = System.nanoTime();
        events.send(count, rate);
        await(meters, before + count);
        double seconds = (System.nanoTime() - began) / 1e9;
        double lost = meters.sum("quell_ami_events_dropped_total") - lostBefore;
        double cores = quell.processorTime().minus(busyBefore).toNanos() / 1e9 / seconds;
        Text.progress("  %d events: %.0f/s, %.0f lost", count, count / seconds, lost);
        return Text.row(
                Text.number(count),
                rate == Integer.MAX_VALUE ? "as fast as it reads" : Text.number(rate) + "/s",
                Text.number(count - lost),
                Text.number(lost),
                Text.number(count / seconds) + "/s",
                Text.of("%.2f", cores));
    }

    private static double seen(Meters meters) throws IOException, InterruptedException {
        return meters.sum("quell_ami_events_total") + meters.sum("quell_ami_events_dropped_total");
    }

    /** Waits until so many events have come in; canaries among them make a few more. */
    private static void await(Meters meters, double wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (seen(meters) < wanted && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Asterisk goes away in the middle of a flood that has filled a small queue, and is back after a restart's time. */
    private static String comesBack(Plan plan, Path directory) throws IOException, InterruptedException {
        Duration worst = Duration.ZERO;
        int times = plan.size(1, 5);
        double lost = 0;
        try (FakeAmi ami = new FakeAmi();
                QuellServer quell = QuellServer.start(Jvm.SHIPPED, directory.resolve("small"), settings(ami, 100))) {
            Meters meters = new Meters(quell.http());
            TalkEvents events = new TalkEvents(ami);
            events.begin(meters);
            for (int n = 1; n <= times; n++) {
                events.send(100_000, Integer.MAX_VALUE);
                ami.goAway();
                // By then the pauses between attempts are the longest.
                LockSupport.parkNanos(AWAY.toNanos());
                ami.comeBack();
                long began = System.nanoTime();
                while (meters.sum("quell_ami_connects_total") < n + 1) {
                    LockSupport.parkNanos(5_000_000);
                }
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                Text.progress("  back after %s", Text.time(took));
                worst = took.compareTo(worst) > 0 ? took : worst;
            }
            lost = meters.sum("quell_ami_events_dropped_total");
        }
        return Text.of(
                "Asterisk gone for %d s in the middle of a flood into a queue of 100 (%s events were dropped there, counted): logged in again %s after it"
                        + " was back, at the longest of %d times.",
                AWAY.toSeconds(), Text.number(lost), Text.time(worst), times);
    }
}
