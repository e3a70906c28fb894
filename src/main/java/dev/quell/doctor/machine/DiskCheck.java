package dev.quell.doctor.machine;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.site.Program;
import dev.quell.doctor.site.Site;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** Room on the data directory's disk: for the journal, for the database's own log, and for files at all. */
final class DiskCheck implements Check {

    /** What the database's log may take, and a copy of a small database. */
    private static final DataSize BESIDE = DataSize.ofMegabytes(256);

    private static final DataSize SCANT = DataSize.ofGigabytes(2);
    private static final long SCANT_FILES = 1_000;

    private final Path data;
    private final DataSize journal;

    DiskCheck(Site site) {
        this.data = site.data();
        this.journal = site.storage().journal();
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public void look(Findings findings) throws IOException {
        Path folder = data;
        while (!Files.exists(folder)) {
            folder = folder.resolveSibling("..").normalize();
        }
        FileStore disk = Files.getFileStore(folder);
        room(findings, disk.getUsableSpace() >> 20);
        files(findings, folder);
    }

    private void room(Findings findings, long free) {
        long least = journal.toMegabytes() + BESIDE.toMegabytes();
        String found = free + " MB are free for " + data;
        String todo =
                "make room there, or shorten quell.storage.retention.calls; a full disk lets calls pass unscreened";
        if (free < least) {
            findings.fault(found + ", the journal and the database's log may need " + least + " MB", todo);
        } else if (free < SCANT.toMegabytes()) {
            findings.warn(found + ", a call takes about 1.5 KB", todo);
        } else {
            findings.ok(found);
        }
    }

    private static void files(Findings findings, Path folder) {
        String[] columns = Program.says("df", "-Pi", folder.toString())
                .map(text -> text.strip().lines().reduce("", (first, last) -> last))
                .orElse("")
                .split("\\s+", -1);
        if (columns.length < 6 || !columns[3].matches("[0-9]{1,18}") || columns[1].equals("0")) {
            return;
        }
        if (Long.parseLong(columns[3]) < SCANT_FILES) {
            findings.fault(
                    columns[3] + " more files fit on that disk",
                    "df -i " + folder + "   then remove what is not needed");
        }
    }
}
