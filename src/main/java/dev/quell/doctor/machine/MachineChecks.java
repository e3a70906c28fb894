package dev.quell.doctor.machine;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.site.Site;
import java.time.Clock;
import java.util.List;

/** The checks of this machine, in the order in which they are told. */
public final class MachineChecks {

    private MachineChecks() {}

    public static List<Check> of(Site site, Clock clock) {
        return List.of(
                new DataFolderCheck(site), new DiskCheck(site), new TokenFilesCheck(site), new ClockCheck(clock));
    }
}
