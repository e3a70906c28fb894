package dev.quell.security.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.call.CallerNumber;
import dev.quell.security.Signed;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Person;
import dev.quell.security.people.Right;
import dev.quell.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

class QuestionsTest {
    private final List<AuditEntry> noted = new ArrayList<>();
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final Questions questions = new Questions(new Audit(new Log(), clock), clock);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static void signIn(String name, Right... rights) {
        SecurityContextHolder.setContext(new SecurityContextImpl(Signed.as(Person.program(name, Set.of(rights)))));
    }

    private Optional<CallerNumber> ask(int i) {
        return ask(String.format(Locale.ROOT, "+86138001380%02d", i));
    }

    private Optional<CallerNumber> ask(String text) {
        return questions.read(text, typed -> Optional.of(CallerNumber.ofKey(typed)));
    }

    @Test
    void sixtyNumbersAnHourAreAnsweredToEachAccountAndNoted() {
        signIn("an.auditor", Right.CALLS);
        for (int i = 0; i < 60; i++) {
            assertThat(ask(i)).isPresent();
            clock.advance(Duration.ofSeconds(10));
        }

        assertThatThrownBy(() -> ask(60))
                .isInstanceOfSatisfying(
                        TooManyQuestions.class,
                        e -> assertThat(e.getStatusCode().value()).isEqualTo(429));
        assertThat(ask(59)).as("one that was answered").isPresent();
        assertThat(noted).hasSize(60);
        assertThat(noted.getFirst()).satisfies(entry -> {
            assertThat(entry.deed()).isEqualTo(Deed.NUMBER_ASKED);
            assertThat(entry.subject()).isEqualTo("+86•••••000");
            assertThat(entry.who()).isEqualTo("an.auditor");
        });
        signIn("another", Right.CALLS);
        assertThat(ask(60)).isPresent();

        signIn("an.auditor", Right.CALLS);
        clock.advance(Duration.ofSeconds(2_999));
        assertThatThrownBy(() -> ask(60)).isInstanceOf(TooManyQuestions.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(ask(60)).as("an hour after the first").isPresent();
    }

    @Test
    void aTextThatIsLookedForAsksForTheNumbersInIt() {
        signIn("an.auditor", Right.CALLS);
        questions.look("blocklist 17");
        questions.look("account li.na");
        assertThat(noted).isEmpty();

        for (int i = 0; i < 60; i++) {
            questions.look(String.format(Locale.ROOT, "blocklist 17 +86138001380%02d", i));
        }
        assertThat(noted).hasSize(60);
        assertThat(noted.getFirst().subject()).isEqualTo("+86•••••000");
        assertThatThrownBy(() -> questions.look("caller +8613800138061")).isInstanceOf(TooManyQuestions.class);
        questions.look("blocklist 17 +8613800138059");

        signIn("security", Right.UNMASK);
        questions.look("caller +8613800138061");
        assertThat(noted).hasSize(60);
    }

    @Test
    void whoeverSeesNumbersWholeAsksForAsManyAsThereAre() {
        signIn("security", Right.UNMASK);
        for (int i = 0; i < 99; i++) {
            assertThat(ask(i)).isPresent();
        }

        assertThat(noted).isEmpty();
    }

    @Test
    void aNumberFromALinkAndAShortOneAreNoQuestions() {
        signIn("an.auditor", Right.CALLS);
        String link = Masking.key(CallerNumber.ofKey("+8613800138000"));
        for (int i = 0; i < 99; i++) {
            assertThat(ask(link)).contains(CallerNumber.ofKey("+8613800138000"));
            assertThat(ask("i:40" + i)).isPresent();
        }

        assertThat(noted).isEmpty();
        assertThat(ask("m.forged")).isEmpty();
    }

    private final class Log implements AuditLog {
        @Override
        public void add(AuditEntry entry) {
            noted.add(entry);
        }

        @Override
        public List<AuditEntry> page(AuditQuery query) {
            return noted;
        }
    }
}
