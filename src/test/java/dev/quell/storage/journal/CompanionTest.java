package dev.quell.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.storage.journal.BesideFault.Beside;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CompanionTest {

    private static final BesideFault FAULT = new BesideFault(Beside.CHAIN, new IllegalStateException("gone"));

    @Test
    void isLeftOutAfterTheThirdFailure() {
        Companion chain = new Companion(Beside.CHAIN, Duration.ofHours(1));
        chain.failed(FAULT);
        chain.failed(FAULT);
        assertThat(chain.isWanted()).isTrue();
        assertThat(chain.fault()).isEmpty();

        chain.failed(FAULT);

        assertThat(chain.isWanted()).isFalse();
        assertThat(chain.fault()).isEqualTo("gone");
    }

    @Test
    void failuresThatAreOvercomeDoNotAddUp() {
        Companion chain = new Companion(Beside.CHAIN, Duration.ofHours(1));
        chain.failed(FAULT);
        chain.failed(FAULT);
        chain.taken(true, 1);
        chain.failed(FAULT);
        chain.failed(FAULT);

        assertThat(chain.isWanted()).isTrue();
    }

    @Test
    void isTriedAgainAfterARestAndThenGoesOn() {
        Companion counters = new Companion(Beside.COUNTERS, Duration.ZERO);
        for (int n = 1; n <= 3; n++) {
            counters.failed(FAULT);
        }
        counters.taken(false, 7);
        assertThat(counters.without()).isEqualTo(7);
        assertThat(counters.isWanted()).isTrue();
        counters.failed(FAULT);
        assertThat(counters.fault()).isEqualTo("gone");

        counters.taken(true, 1);

        assertThat(counters.without()).isZero();
        assertThat(counters.fault()).isEmpty();
    }
}
