package dev.quell.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.LoggerFactory;

/** Hears every line that would be logged, keeps it from the console, and notes one that has a control character in it. */
public final class LogEar implements AutoCloseable {

    private final Logger root;
    private final Level before;
    private final List<Appender<ILoggingEvent>> kept = new ArrayList<>();
    private final Ear ear = new Ear();
    private final AtomicReference<String> broken = new AtomicReference<>("");
    private final AtomicReference<String> last = new AtomicReference<>("");

    public LogEar() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        before = root.getLevel();
        root.setLevel(Level.INFO);
        root.iteratorForAppenders().forEachRemaining(kept::add);
        kept.forEach(root::detachAppender);
        ear.setContext(context);
        ear.start();
        root.addAppender(ear);
    }

    /** Fails if a line with a control character was heard. */
    public void check() {
        String line = broken.get();
        if (!line.isEmpty()) {
            throw new AssertionError("a log line has a control character: " + line);
        }
    }

    /** The last line that was heard at the level of a warning or an error, with what was thrown. */
    public String last() {
        return last.get();
    }

    @Override
    public void close() {
        root.detachAppender(ear);
        kept.forEach(root::addAppender);
        root.setLevel(before);
    }

    private final class Ear extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            String line = event.getFormattedMessage();
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                last.set(line + " " + ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
            if (line.codePoints().anyMatch(Holds::breaksALine)) {
                broken.compareAndSet("", line);
            }
        }
    }
}
