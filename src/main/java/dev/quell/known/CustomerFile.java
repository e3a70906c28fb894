package dev.quell.known;

import dev.quell.jobs.Jobs;
import dev.quell.known.KnownCaller.Origin;
import dev.quell.known.KnownCsv.LineFault;
import dev.quell.known.KnownCsv.Reading;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * The site's own file of customers. It is read when the service starts and whenever it has changed. A change with a fault in it is not taken: what was
 * read before stays in force until the file is whole again. Only at the start, when nothing is in force, the good lines of a faulty file count.
 */
@Component
final class CustomerFile implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerFile.class);
    private static final int LINES_TOLD = 20;
    private static final long LARGEST = 64L << 20;

    private final Optional<Path> file;
    private final Duration look;
    private final KnownCsv csv;
    private final KnownCallers callers;
    private final ScheduledExecutorService timer = Jobs.timer("quell-customers");

    private @Nullable ScheduledFuture<?> schedule;
    private @Nullable Stamp seen;
    private boolean inForce;
    private String lastTold = "";

    private record Stamp(FileTime changed, long size) {}

    CustomerFile(KnownCallerSettings settings, KnownCsv csv, KnownCallers callers) {
        this.file = settings.file().isBlank() ? Optional.empty() : Optional.of(Path.of(settings.file()));
        this.look = settings.look();
        this.csv = csv;
        this.callers = callers;
    }

    @Override
    public void afterPropertiesSet() {
        look();
        schedule = timer.scheduleWithFixedDelay(this::look, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Reads the file if it has changed since it was read last. Throws nothing. */
    void look() {
        try {
            callers.expire();
            if (file.isPresent()) {
                look(file.get());
            }
        } catch (NoSuchFileException e) {
            tell(null, "is not there; make it, or take quell.known-callers.file away");
        } catch (CharacterCodingException e) {
            tell(seen, "is not UTF-8; save it as UTF-8");
        } catch (IOException | RuntimeException e) {
            tell(seen, "cannot be read: " + e.getMessage());
        }
    }

    private void look(Path path) throws IOException {
        Stamp now = new Stamp(Files.getLastModifiedTime(path), Files.size(path));
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        if (now.size > LARGEST) {
            tell(now, "is larger than 64 MB; a line is number,kind,until and no more");
            return;
        }
        take(path, csv.read(Files.readAllLines(path), Origin.FILE, path.getFileName() + ""));
    }

    private void take(Path path, Reading read) {
        List<LineFault> faults = read.faults();
        faults.stream()
                .limit(LINES_TOLD)
                .forEach(fault -> LOG.warn("{}, line {}: {}", path, fault.line(), fault.fault()));
        if (faults.isEmpty() || !inForce) {
            callers.fileSays(read.known());
            inForce = true;
            LOG.info(
                    "{}: {} known callers in force, {} lines with a fault",
                    path,
                    read.known().size(),
                    faults.size());
        } else {
            LOG.warn(
                    "{}: {} of {} lines have a fault; what was read before stays in force",
                    path,
                    faults.size(),
                    read.lines());
        }
    }

    /** Tells a fault of the whole file once. */
    private void tell(@Nullable Stamp at, String fault) {
        String words = at + fault;
        if (!words.equals(lastTold)) {
            lastTold = words;
            LOG.warn(
                    "{} {}. {}",
                    file.map(Path::toString).orElse("-"),
                    fault,
                    inForce ? "What was read before stays in force." : "No customer of it is known.");
        }
    }

    @Override
    public void destroy() {
        if (schedule != null) {
            schedule.cancel(false);
        }
        timer.shutdownNow();
    }
}
