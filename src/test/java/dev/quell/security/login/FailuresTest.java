package dev.quell.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.audit.Audit;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.Role;
import dev.quell.share.LocalRateLimits;
import dev.quell.testing.MovingClock;
import dev.quell.testing.People;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

/** What is noted of sign-ins that failed. */
@ExtendWith(OutputCaptureExtension.class)
class FailuresTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final MovingClock clock = new MovingClock(NOW);
    private final Accounts accounts = new Accounts(new People());
    private final List<AuditEntry> noted = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Failures failures = new Failures(
            accounts,
            new Audit(
                    new AuditLog() {
                        @Override
                        public void add(AuditEntry entry) {
                            noted.add(entry);
                        }

                        @Override
                        public List<AuditEntry> page(AuditQuery query) {
                            return noted;
                        }
                    },
                    clock),
            new LocalRateLimits(clock),
            meters);

    @BeforeEach
    void someone() {
        accounts.add(new Account(
                "admin", "Li", Set.of(Role.ADMIN), Optional.empty(), new PasswordHash("{none}"), NOW, false, NOW, NOW));
    }

    private void fail(String name, String address, boolean tooOften) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.setRemoteAddr(address);
        request.setParameter("name", name);
        failures.note(request, tooOften);
    }

    @Test
    void noiseHidesNoAttemptOnAnAccount() {
        for (int i = 0; i < 100; i++) {
            fail("nobody" + i, "198.51.100.7", false);
        }
        assertThat(noted).hasSize(30);

        fail("admin", "198.51.100.7", false);

        assertThat(noted.getLast().subject()).isEqualTo("admin");
        assertThat(noted.getLast().after()).isEqualTo("does not fit; 70 more not noted");
        assertThat(meters.counter("quell.sign.in.failures", "why", "wrong").count())
                .isEqualTo(101);
    }

    @Test
    void afterTwoMinutesOneMoreIsNotedAndSaysHowManyWereNot() {
        for (int i = 0; i < 40; i++) {
            fail("admin", "198.51.100.7", true);
        }
        clock.advance(Duration.ofMinutes(2));
        fail("admin", "198.51.100.7", true);
        clock.advance(Duration.ofMinutes(2));
        fail("admin", "198.51.100.7", false);

        assertThat(noted).hasSize(32);
        assertThat(noted.get(30).after()).isEqualTo("too often; 10 more not noted");
        assertThat(noted.get(31).after()).isEqualTo("does not fit");
        assertThat(meters.counter("quell.sign.in.failures", "why", "refused").count())
                .isEqualTo(41);
    }

    @Test
    void aNameThatNoAccountHasIsNotKept(CapturedOutput output) {
        fail("four words that fit", "198.51.100.7", false);
        fail(" Admin ", "198.51.100.7", false);

        assertThat(noted).extracting(AuditEntry::subject).containsExactly("", "admin");
        assertThat(output.getAll()).contains("A sign-in from 198.51.100.7 failed: does not fit");
        assertThat(output.getAll()).doesNotContain("four words");
    }

    @Test
    void allTogetherAreAThousandAnHour() {
        for (int i = 0; i < 1100; i++) {
            fail("admin", "203.0." + i / 250 + "." + i % 250, false);
        }

        // Ten of an account stand in no other's way.
        assertThat(noted).hasSize(1010);
    }

    @Test
    void whoeverTriesNamesFromManyNetworksHidesNoAttemptOnAnAccount() {
        for (int i = 0; i < 34 * 30; i++) {
            fail("nobody" + i, "203.0." + i % 34 + ".1", false);
        }
        assertThat(noted).hasSize(1000);

        for (int i = 0; i < 12; i++) {
            fail("admin", "198.51.100." + i, false);
        }

        assertThat(noted).hasSize(1010);
        assertThat(noted.subList(1000, 1010)).extracting(AuditEntry::subject).containsOnly("admin");
    }
}
