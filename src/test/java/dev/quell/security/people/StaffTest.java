package dev.quell.security.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quell.security.Signed;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.testing.MovingClock;
import dev.quell.testing.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;

class StaffTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final MovingClock clock = new MovingClock(NOW);
    private final People store = new People();
    private final Accounts accounts = new Accounts(store);
    private Runnable meanwhile = () -> {};
    private final Passwords passwords = new Passwords(new PasswordEncoder() {
        @Override
        public String encode(CharSequence raw) {
            meanwhile.run();
            return "h:" + raw;
        }

        @Override
        public boolean matches(CharSequence raw, String encoded) {
            return encoded.equals("h:" + raw);
        }
    });
    private final Staff staff =
            new Staff(accounts, passwords, new PasswordRules(), new Audit(new NoLog(), clock), clock);

    /** What the store is given is looked at; nothing comes here. */
    private static final class NoLog implements AuditLog {
        @Override
        public void add(AuditEntry entry) {
            throw new AssertionError("kept apart from its deed");
        }

        @Override
        public List<AuditEntry> page(AuditQuery query) {
            return List.of();
        }
    }

    @BeforeEach
    void someAdmins() throws TooBusyException {
        staff.add("boss", wanted(Role.ADMIN));
        staff.add("li", wanted(Role.ADMIN));
        store.notes().clear();
    }

    @AfterEach
    void end() {
        SecurityContextHolder.clearContext();
        passwords.destroy();
    }

    private static Staff.Change wanted(Role role) {
        return new Staff.Change(
                Optional.of("Li"),
                Optional.of(Set.of(role)),
                Optional.empty(),
                Optional.of("four words that fit"),
                Optional.empty());
    }

    private void as(String name) {
        SecurityContextHolder.getContext()
                .setAuthentication(Signed.as(Person.of(accounts.find(name).orElseThrow())));
    }

    @Test
    void whatHappensWhileAPasswordIsHashedIsNotUndoneByIt() throws Exception {
        meanwhile = () -> {
            meanwhile = () -> {};
            try {
                accounts.change(
                        "li",
                        was -> was.as("Li", Set.of(Role.AGENT), Optional.empty(), NOW)
                                .disabled(true, NOW),
                        (before, after) -> List.of());
            } catch (LastAdminException e) {
                throw new AssertionError(e);
            }
        };

        Account after = staff.change("li", Staff.Change.password("five other words that fit"))
                .orElseThrow();

        assertThat(after.disabled()).isTrue();
        assertThat(after.roles()).containsExactly(Role.AGENT);
        assertThat(passwords.matches("five other words that fit", after.password(), Turn.KNOWN))
                .isTrue();
        assertThat(accounts.find("li")).contains(after);
    }

    @Test
    void whoeverHasAPasswordOfAnotherMustChangeItAndWhoeverChoseItNot() throws Exception {
        as("boss");
        assertThat(staff.change("li", Staff.Change.password("five other words that fit"))
                        .orElseThrow()
                        .mustChange())
                .isTrue();
        as("li");
        assertThat(staff.change("li", Staff.Change.password("six words of my very own"))
                        .orElseThrow()
                        .mustChange())
                .isFalse();
        as("boss");
        assertThat(staff.change("li", Staff.Change.disabled(true)).orElseThrow().mustChange())
                .isFalse();
        assertThat(staff.add("wang", wanted(Role.AGENT)).orElseThrow().mustChange())
                .isTrue();
    }

    @Test
    void theFirstAccountIsItsHoldersOwn() throws Exception {
        Staff first = new Staff(
                new Accounts(new People()), passwords, new PasswordRules(), new Audit(new NoLog(), clock), clock);

        assertThat(first.addFirst("one", wanted(Role.ADMIN)).orElseThrow().mustChange())
                .isFalse();
    }

    @Test
    void theStoreGetsEachChangeWithItsEntries() throws Exception {
        as("boss");
        staff.change(
                "li",
                new Staff.Change(
                        Optional.empty(),
                        Optional.of(Set.of(Role.AGENT)),
                        Optional.empty(),
                        Optional.of("five other words that fit"),
                        Optional.empty()));

        assertThat(store.notes())
                .extracting(
                        AuditEntry::who, AuditEntry::deed, AuditEntry::subject, AuditEntry::before, AuditEntry::after)
                .containsExactly(
                        tuple("boss", Deed.ACCOUNT_CHANGED, "li", "admin, Li", "agent, Li"),
                        tuple("boss", Deed.PASSWORD_SET, "li", "", ""));
    }
}
