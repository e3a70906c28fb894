package dev.quell.reporting.sending;

import dev.quell.call.FairTime;
import dev.quell.jobs.Jobs;
import dev.quell.reporting.ReportSettings;
import dev.quell.reporting.schedule.Timetable;
import dev.quell.share.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks each minute which reports are due, one of several instances makes each, and every 15 s which mails are. While the clock is in doubt no report is made or
 * forgotten; one that a clock that was ahead had made before its last day was over is made again when it is due.
 */
@Component
final class ReportJob implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReportJob.class);
    private static final Duration MAKE = Duration.ofMinutes(1);
    private static final Duration MAIL = Duration.ofSeconds(15);
    private static final Duration LEAD = Duration.ofMinutes(10);
    private static final Duration FORGET = Duration.ofHours(1);

    private final ReportSettings settings;
    private final Schedules schedules;
    private final ReportBook book;
    private final ReportSending sending;
    private final Postman postman;
    private final Leases leases;
    private final FairTime time;
    private final Clock clock;
    private final ScheduledExecutorService timer = Jobs.timer("quell-reports", 2);
    private final Map<String, String> troubles = new HashMap<>();
    private final Set<Long> early = new HashSet<>();
    private Instant forgotten = Instant.MIN;
    private @Nullable ScheduledFuture<?> making;
    private @Nullable ScheduledFuture<?> mailing;

    ReportJob(
            ReportSettings settings,
            Schedules schedules,
            ReportBook book,
            ReportSending sending,
            Postman postman,
            Leases leases,
            ObjectProvider<FairTime> time,
            Clock clock) {
        this.settings = settings;
        this.schedules = schedules;
        this.book = book;
        this.sending = sending;
        this.postman = postman;
        this.leases = leases;
        this.time = time.getIfAvailable(FairTime::trusting);
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        making = timer.scheduleWithFixedDelay(this::look, MAKE.toSeconds(), MAKE.toSeconds(), TimeUnit.SECONDS);
        mailing = timer.scheduleWithFixedDelay(
                () -> attempt("mails", postman::round), MAIL.toSeconds(), MAIL.toSeconds(), TimeUnit.SECONDS);
    }

    /** Makes what is due, and forgets what is too old. */
    void look() {
        Instant now = clock.instant();
        if (time.doubts(now)) {
            return;
        }
        attempt(
                "reports of days to come",
                () -> early.addAll(book.endingSince(LocalDate.ofInstant(now, settings.zoneId()))));
        attempt(
                "schedules",
                () -> schedules
                        .all()
                        .forEach(planned ->
                                attempt("report " + planned.schedule().name(), () -> make(planned))));
        if (forgotten.isBefore(now.minus(FORGET)) || forgotten.isAfter(now)) {
            attempt("old reports", () -> book.forget(now.minus(settings.keep())));
            forgotten = now;
        }
    }

    private void make(Schedules.Planned planned) {
        Timetable.Due due = Timetable.last(planned.schedule(), clock.instant(), settings.zoneId());
        String name = planned.schedule().name();
        OptionalLong made = book.find(name, due.span().last());
        boolean again = made.isPresent() && early.contains(made.getAsLong());
        if (!due.since().isBefore(planned.since())
                && (made.isEmpty() || again)
                && leases.take("report:" + name, LEAD).isPresent()) {
            if (again) {
                replaced(name, made.getAsLong());
            }
            sending.send(planned.schedule(), due.span());
        }
    }

    private void replaced(String name, long report) {
        LOG.warn(
                "The report {} was made before its last day was over, by a clock that was ahead; it is made again",
                name);
        book.remove(report);
        early.remove(report);
    }

    /** A failure is told once, until it is another one; all is tried again at the next look. */
    private void attempt(String what, Runnable deed) {
        try {
            deed.run();
            troubles(what, "");
        } catch (RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            if (!timer.isShutdown() && !troubles(what, why).equals(why)) {
                LOG.warn("{}: not done, tried again within a minute: {}", what, why);
            }
        }
    }

    private synchronized String troubles(String what, String why) {
        String before = troubles.put(what, why);
        return before == null ? "" : before;
    }

    @Override
    public void destroy() {
        for (ScheduledFuture<?> job :
                Stream.of(making, mailing).filter(Objects::nonNull).toList()) {
            job.cancel(true);
        }
        timer.shutdownNow();
    }
}
