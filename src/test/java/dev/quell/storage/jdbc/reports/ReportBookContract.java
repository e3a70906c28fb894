package dev.quell.storage.jdbc.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.reporting.schedule.Rhythm;
import dev.quell.reporting.schedule.Schedule;
import dev.quell.reporting.sending.ReportBook;
import dev.quell.reporting.sending.ScheduleStore;
import dev.quell.reporting.sending.SentMail;
import dev.quell.reporting.sending.SentMail.State;
import dev.quell.reporting.sending.SentReport;
import dev.quell.reporting.words.ReportText;
import dev.quell.reporting.words.Section;
import dev.quell.storage.database.Database;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sent reports, their mails and schedules, whatever database has them. */
public abstract class ReportBookContract {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String LEAD = "lead@example.org";
    private static final String CHIEF = "chief@example.org";

    private ReportBook book;

    /** An empty one. */
    protected abstract Database database();

    @BeforeEach
    void begin() {
        book = new JdbcReportBook(database());
    }

    private static SentReport report(LocalDate day, Instant madeAt) {
        ReportText text = new ReportText(
                "来电报表",
                "'; drop table calls",
                List.of(new Section("概要", List.of("a"), List.of(List.of("\"1\"\n")), List.of("n"))));
        return new SentReport(0, "lead", day, day, madeAt, "zh", text);
    }

    private List<SentMail> mails(long report) {
        return book.mails(List.of(report));
    }

    @Test
    void theSameReportIsKeptOnceAndComesBackWhole() {
        long id = book.add(report(DAY, NOW), List.of()).orElseThrow();

        assertThat(book.add(report(DAY, NOW.plusSeconds(1)), List.of(LEAD))).isEmpty();
        assertThat(book.find("lead", DAY)).hasValue(id);
        assertThat(book.find("lead", DAY.plusDays(1))).isEmpty();
        assertThat(book.find("other", DAY)).isEmpty();
        SentReport kept = book.find(id).orElseThrow();
        assertThat(kept)
                .isEqualTo(new SentReport(
                        id, "lead", DAY, DAY, NOW, "zh", report(DAY, NOW).text()));
        assertThat(book.newest(10)).containsExactly(kept);
        assertThat(book.find(id + 1)).isEmpty();
        assertThat(mails(id)).isEmpty();
    }

    @Test
    void whatEndsSinceADayIsToldAndCanBeRemovedWithItsMails() {
        book.add(report(DAY.minusDays(1), NOW), List.of(LEAD)).orElseThrow();
        long id = book.add(report(DAY, NOW), List.of(LEAD)).orElseThrow();
        assertThat(book.endingSince(DAY)).containsExactly(id);

        book.remove(id);

        assertThat(book.endingSince(DAY)).isEmpty();
        assertThat(book.find("lead", DAY)).isEmpty();
        assertThat(mails(id)).isEmpty();
        assertThat(book.find("lead", DAY.minusDays(1))).isPresent();
    }

    @Test
    void aMailIsDueUntilItIsTakenAndOneInstanceClaimsIt() {
        long id = book.add(report(DAY, NOW), List.of(LEAD, CHIEF)).orElseThrow();

        assertThat(book.due(NOW.minusMillis(1), 10)).isEmpty();
        List<SentMail> due = book.due(NOW, 10);
        assertThat(due).extracting(SentMail::to).containsExactly(CHIEF, LEAD);
        SentMail mail = due.getFirst();
        assertThat(mail).isEqualTo(new SentMail(id, CHIEF, NOW, 0, Optional.of(NOW), Optional.empty(), ""));

        assertThat(book.claim(mail, NOW.plusSeconds(60))).isTrue();
        assertThat(book.claim(mail, NOW.plusSeconds(61))).isFalse();
        assertThat(book.due(NOW, 10)).extracting(SentMail::to).containsExactly(LEAD);
        assertThat(book.due(NOW.plusSeconds(60), 1)).extracting(SentMail::to).containsExactly(LEAD);
        assertThat(book.due(NOW.plusSeconds(60), 2)).extracting(SentMail::tries).containsExactly(0, 1);

        book.taken(mail, NOW.plusSeconds(2));
        assertThat(mails(id).getFirst().taken()).contains(NOW.plusSeconds(2));
        assertThat(mails(id)).extracting(SentMail::state).containsExactly(State.TAKEN, State.WAITING);
        assertThat(book.due(NOW.plusSeconds(100), 2)).extracting(SentMail::to).containsExactly(LEAD);
        assertThat(book.claim(mail, NOW)).isFalse();
    }

    @Test
    void aFaultIsKeptUntilTheMailIsTaken() {
        long id = book.add(report(DAY, NOW), List.of(LEAD)).orElseThrow();
        SentMail mail = book.due(NOW, 1).getFirst();

        book.failed(mail, "away", Optional.of(NOW.plusSeconds(60)));
        assertThat(mails(id)).extracting(SentMail::state).containsExactly(State.FAILING);
        assertThat(book.failing(NOW)).extracting(SentMail::fault).containsExactly("away");
        assertThat(book.failing(NOW.plusMillis(1))).isEmpty();

        book.failed(mail, "no such user", Optional.empty());
        assertThat(mails(id)).extracting(SentMail::state).containsExactly(State.GIVEN_UP);
        assertThat(book.due(NOW.plusSeconds(100_000), 10)).isEmpty();
        assertThat(book.failing(NOW)).hasSize(1);

        book.again(id, List.of(LEAD, CHIEF), NOW.plusSeconds(5));
        assertThat(mails(id)).extracting(SentMail::state).containsExactly(State.WAITING, State.WAITING);
        assertThat(mails(id)).extracting(SentMail::asked).containsOnly(NOW.plusSeconds(5));
        assertThat(book.failing(NOW)).isEmpty();
    }

    @Test
    void whatIsOlderIsForgottenWithItsMails() {
        long old = book.add(report(DAY, NOW.minusMillis(1)), List.of(LEAD)).orElseThrow();
        long young = book.add(report(DAY.plusDays(1), NOW), List.of(LEAD)).orElseThrow();

        assertThat(book.forget(NOW)).isEqualTo(1);

        assertThat(book.newest(10)).extracting(SentReport::id).containsExactly(young);
        assertThat(book.mails(List.of(old, young))).extracting(SentMail::report).containsExactly(young);
        assertThat(book.find("lead", DAY)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void aScheduleIsChangedAndKeepsSinceWhenThereIsOne() {
        ScheduleStore store = new JdbcScheduleStore(database());
        Schedule first = new Schedule(
                "lead", Rhythm.DAILY, DayOfWeek.MONDAY, LocalTime.of(7, 0), List.of(LEAD, CHIEF), false, "en");
        Schedule second =
                new Schedule("lead", Rhythm.WEEKLY, DayOfWeek.FRIDAY, LocalTime.of(18, 30), List.of(), true, "zh");

        store.put(first, NOW);
        assertThat(store.all()).containsExactly(new ScheduleStore.Kept(first, NOW));
        store.put(second, NOW.plusSeconds(1));
        assertThat(store.all()).containsExactly(new ScheduleStore.Kept(second, NOW));
        assertThat(store.remove("chief")).isFalse();
        assertThat(store.remove("lead")).isTrue();
        assertThat(store.all()).isEmpty();
    }
}
