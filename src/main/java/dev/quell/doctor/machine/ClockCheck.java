package dev.quell.doctor.machine;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.site.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;

/** Whether somebody sets this machine's clock right. */
final class ClockCheck implements Check {

    private static final Path TIMESYNCD = Path.of("/run/systemd/timesync/synchronized");
    private static final int BUILT = 2025;

    private final Clock clock;

    ClockCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public void look(Findings findings) {
        String now = clock.instant() + ", zone " + clock.getZone();
        if (Year.now(clock.withZone(ZoneOffset.UTC)).getValue() < BUILT) {
            findings.fault("it is " + now + ", which is long past", "set the clock: timedatectl set-ntp true");
            return;
        }
        Optional<Boolean> set = synchronised();
        if (set.isEmpty()) {
            findings.skipped(
                    "it is " + now + "; nothing here tells whether somebody keeps it right",
                    "see that NTP or chrony runs");
        } else if (set.get()) {
            findings.ok("it is " + now + ", kept right");
        } else {
            findings.warn(
                    "it is " + now + ", and nobody keeps it right; blocks, histories and several instances rest on it",
                    "timedatectl set-ntp true   (or install chrony)");
        }
    }

    private static Optional<Boolean> synchronised() {
        if (Files.exists(TIMESYNCD)) {
            return Optional.of(true);
        }
        return Program.says("timedatectl", "show", "--property=NTPSynchronized", "--value")
                .map(String::strip)
                .filter(word -> word.equals("yes") || word.equals("no"))
                .map("yes"::equals)
                .or(() -> Program.says("chronyc", "-n", "tracking").map(text -> text.contains("Normal")));
    }
}
