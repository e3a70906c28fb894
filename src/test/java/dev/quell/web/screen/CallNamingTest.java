package dev.quell.web.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.security.people.Person;
import dev.quell.testing.CallBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallNamingTest {

    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final IncomingCall call = CallBuilder.aCall().id("one").at(AT);

    private static CallBuilder again() {
        return CallBuilder.aCall().id("one");
    }

    @Test
    void theSameCallIsAskedAboutWithinTenMinutes() {
        assertThat(CallNaming.same(call, again().at(AT.plus(LIMIT).minusMillis(1))))
                .isTrue();
        assertThat(CallNaming.same(call, again().at(AT.plus(LIMIT)))).isFalse();
    }

    @Test
    void anotherCallerLineOrTrunkIsAnotherCall() {
        assertThat(CallNaming.same(call, again().from("+8613800138001").at(AT))).isFalse();
        assertThat(CallNaming.same(
                        call, again().from(new CallerNumber.Withheld()).at(AT)))
                .isFalse();
        assertThat(CallNaming.same(call, again().to(Line.standard("4002")).at(AT)))
                .isFalse();
        assertThat(CallNaming.same(call, again().over("other").at(AT))).isFalse();
    }

    @Test
    void theIdsOfACallStayForTenMinutesButTheLast() {
        IncomingCall later = again().at(AT.plus(LIMIT).minusMillis(1));

        assertThat(CallNaming.of(later).subList(0, 2))
                .isEqualTo(CallNaming.of(call).subList(0, 2));
        assertThat(CallNaming.of(later).getLast())
                .isNotEqualTo(CallNaming.of(call).getLast());
        assertThat(CallNaming.of(again().at(AT.plus(LIMIT))).get(1))
                .isNotEqualTo(CallNaming.of(call).get(1));
        assertThat(CallNaming.of(call).get(1).toString()).matches("pbx:one\\.[0-9a-f]{32}");
    }

    @Test
    void whoAskedIsInTheChannel() {
        Person one = Person.program("token:ab12cd34ef56", Set.of());
        Person other = Person.program("token:ab12cd34ef5", Set.of());

        assertThat(Asker.channel(one, "")).isEqualTo("REST/token:ab12cd34ef56");
        assertThat(Asker.channel(one, "sofia/7")).isEqualTo("REST/token:ab12cd34ef56/sofia/7");
        assertThat(Asker.of("REST/token:ab12cd34ef56/sofia/7")).isEqualTo("REST/token:ab12cd34ef56");
        assertThat(Asker.asked(one, "REST/token:ab12cd34ef56/sofia/7")).isTrue();
        assertThat(Asker.asked(one, "REST/token:ab12cd34ef56")).isTrue();
        assertThat(Asker.asked(other, "REST/token:ab12cd34ef56")).isFalse();
        assertThat(Asker.asked("PJSIP/carrier-00000001")).isFalse();
        assertThat(Asker.channel(one, "9".repeat(128))).hasSize(128);
    }
}
