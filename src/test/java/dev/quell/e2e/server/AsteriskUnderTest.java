package dev.quell.e2e.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A private Asterisk with our dialplan before the queues of a small site. */
public final class AsteriskUnderTest implements AutoCloseable {

    /** How long what takes a moment may take on a machine that has much else to do. */
    public static final Duration PATIENCE = Duration.ofSeconds(240);

    private final AsteriskFolder folder;
    private Child process;

    private AsteriskUnderTest(AsteriskFolder folder) {
        this.folder = folder;
        this.process = launch();
    }

    /** Starts one for a site with so many lines whose service listens on these ports. */
    public static AsteriskUnderTest start(int seats, Dialplan dialplan) {
        AsteriskFolder folder = AsteriskFolder.create(seats);
        dialplan.install(folder);
        AsteriskUnderTest asterisk = new AsteriskUnderTest(folder);
        try {
            asterisk.awaitBoot();
            dialplan.check(folder);
            return asterisk;
        } catch (RuntimeException e) {
            asterisk.close();
            throw e;
        }
    }

    /** The trunks' UDP port. */
    public int sipPort() {
        return folder.sipPort();
    }

    /** The manager interface's TCP port. */
    public int amiPort() {
        return folder.amiPort();
    }

    /** The UDP port at which an agent's phone is called. */
    public int phonePort(String phone) {
        return folder.phones().get(phone);
    }

    /** The processor time that it has used. */
    public Duration cpu() {
        return process.cpu();
    }

    /** Logs notices, warnings and errors from now on and no step of the dialplan, as a site's Asterisk does. */
    public void quiet() {
        try {
            Files.writeString(
                    folder.etc().resolve("logger.conf"),
                    "[general]\ndateformat = %F %T.%3q\n[logfiles]\nfull => notice,warning,error\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rx("logger reload");
        rx("core set verbose 0");
    }

    /** Sets how many callers the deterrent queue holds. */
    public void deterrentHolds(int callers) {
        Path queues = folder.etc().resolve("quell_queues.conf");
        Shell.run("sed", "-i", "s/^maxlen *=.*/maxlen = " + callers + "/", queues.toString());
        rx("queue reload all");
    }

    /** Sets how long a caller stays in the deterrent queue, for calls that come from now on. */
    public void deterrentKeeps(Duration stay) {
        rx("dialplan set global QUELL_DETER_SECONDS " + stay.toSeconds());
    }

    /** Sets how long a verdict may take; from a start on it is {@link Dialplan#GUARD}. */
    public void guard(Duration guard) {
        rx("dialplan set global QUELL_GUARD " + guard.toSeconds());
    }

    /** Ends all calls, throws away what the dialplan keeps of them for the service, closes its breakers and sets the usual guard. */
    public void forget() {
        rx("channel request hangup all");
        await("all calls of before are over")
                .atMost(PATIENCE)
                .until(() -> rx("core show channels concise").lines().noneMatch(line -> line.contains("!")));
        List.of("ended", "flag", "dialled").forEach(kept -> rx("database deltree quell-" + kept));
        closeBreaker();
        guard(Dialplan.GUARD);
        deterrentKeeps(Dialplan.DETERRENT);
    }

    /** Whether the dialplan keeps what it could not tell the service. */
    public boolean keeps() {
        return Stream.of("quell-ended", "quell-flag", "quell-dialled")
                .anyMatch(kept -> rx("database show " + kept).contains("/" + kept + "/"));
    }

    /** Has one more call screened and ended, to a line that is nobody's; its hangup handler tells what the dialplan keeps. */
    public void oneMoreCall() {
        rx("channel originate Local/4599@from-trunk application Wait 1");
    }

    /** Closes the dialplan's breakers, as their ten seconds would. */
    public void closeBreaker() {
        rx("dialplan set global QUELL_SKIP_UNTIL_1 0");
        rx("dialplan set global QUELL_SKIP_UNTIL_2 0");
    }

    /** Runs a command of its console and gives what that prints. */
    public String rx(String command) {
        return Shell.attempt(Programs.get().asterisk("-C", folder.settings(), "-rx", command))
                .output();
    }

    /** Its living channels, one line each as {@code core show channels concise} has them. */
    public List<String> channels() {
        return rx("core show channels concise")
                .lines()
                .filter(line -> line.contains("!"))
                .toList();
    }

    /** Everything that it logged. */
    public String log() {
        try {
            return Files.readString(folder.log(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops it as a careless admin would, in the middle of its calls, and starts it again a second later. A call's id is the second in which it began and a number
     * that counts from 0 with each start: an Asterisk that is back within the same second may give an id twice, so these tests never let one be.
     */
    public void restart() {
        restart(Duration.ofSeconds(1));
    }

    /** The same, with a time in which it is away; returns when it has booted. */
    public void restart(Duration away) {
        process.kill();
        await("Asterisk is away").pollDelay(away).atMost(away.plus(PATIENCE)).until(() -> true);
        process = launch();
        awaitBoot();
    }

    /** Stops it and keeps its log and settings in {@code target/e2e}. */
    @Override
    public void close() {
        rx("core stop now");
        process.stop();
        Path kept = Programs.get().folder("asterisk");
        Shell.run(
                "cp",
                "-r",
                folder.folder().resolve("log").toString(),
                folder.etc().toString(),
                kept.toString());
        Shell.run("rm", "-rf", folder.folder().toString());
    }

    private Child launch() {
        Child child = Child.start(
                Programs.get().asterisk("-f", "-C", folder.settings()),
                folder.folder(),
                folder.folder().resolve("log/console"));
        try {
            Files.writeString(folder.folder().resolve("run/pid"), child.pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return child;
    }

    private void awaitBoot() {
        await("Asterisk has started")
                .atMost(PATIENCE)
                .failFast(this::mustRun)
                .until(() -> rx("core waitfullybooted").contains("fully booted"));
    }

    private void mustRun() {
        if (!process.running()) {
            throw new IllegalStateException("Asterisk ended, see " + folder.log());
        }
    }
}
