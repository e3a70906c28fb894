package dev.quell.reporting.sending;

import dev.quell.reporting.sending.Post.Letter;
import dev.quell.reporting.sending.Post.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries the mails that are due to the mail server, and those it does not take again, after ever longer waits. */
@Component
final class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int PORTION = 20;
    /** Longer than an attempt lasts: until then no other instance tries the same mail. */
    private static final Duration ATTEMPT = Duration.ofMinutes(10);

    private final ReportBook book;
    private final Post post;
    private final MeterRegistry meters;
    private final Clock clock;

    Postman(ReportBook book, Post post, MeterRegistry meters, Clock clock) {
        this.book = book;
        this.post = post;
        this.meters = meters;
        this.clock = clock;
    }

    /** Tries what is due now; the rest waits for the next round where the server itself fails. */
    void round() {
        for (SentMail mail : book.due(clock.instant(), PORTION)) {
            if (!carry(mail)) {
                return;
            }
        }
    }

    /** Whether the server does its work. */
    private boolean carry(SentMail mail) {
        if (!book.claim(mail, clock.instant().plus(ATTEMPT))) {
            return true;
        }
        Optional<SentReport> report = book.find(mail.report());
        if (report.isEmpty()) {
            return true;
        }
        String id =
                "report-" + mail.report() + "-" + Integer.toHexString(mail.to().hashCode()) + "-"
                        + Long.toHexString(mail.asked().toEpochMilli());
        Optional<Refusal> refusal = post.send(new Letter(id, mail.to(), report.get()));
        refusal.ifPresentOrElse(why -> failed(mail, report.get(), why), () -> taken(mail, report.get()));
        return refusal.map(Refusal::lasting).orElse(true);
    }

    private void taken(SentMail mail, SentReport report) {
        book.taken(mail, clock.instant());
        count("taken");
        LOG.info("The report {} of {} to {} went to {}", report.schedule(), report.first(), report.last(), mail.to());
    }

    private void failed(SentMail mail, SentReport report, Refusal refusal) {
        Optional<Instant> next = refusal.lasting()
                ? Optional.empty()
                : Waits.after(mail.tries() + 1).map(clock.instant()::plus);
        book.failed(mail, refusal.why(), next);
        count(next.isPresent() ? "failed" : "given-up");
        LOG.warn(
                "The report {} of {} to {} could not be mailed to {}: {}. {}",
                report.schedule(),
                report.first(),
                report.last(),
                mail.to(),
                refusal.why(),
                next.map(at -> "It is tried again at " + at)
                        .orElse("It is given up; the page Reports can send it again"));
    }

    private void count(String result) {
        meters.counter("quell.reports.mails", "result", result).increment();
    }
}
