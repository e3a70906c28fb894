package dev.quell.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.people.Person;
import dev.quell.share.LocalRateLimits;
import dev.quell.testing.MovingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class BearerTokenFilterTest {
    private static final String SECRET = "0123456789abcdefghij";

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T08:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BearerTokenFilter filter = new BearerTokenFilter(
            text -> new ApiToken(SECRET).matches(text)
                    ? Optional.of(Person.program("api", Set.of()))
                    : Optional.empty(),
            new LocalRateLimits(clock),
            new ApiSettings(
                    Path.of("token"),
                    DataSize.ofKilobytes(64),
                    DataSize.ofMegabytes(64),
                    new ApiSettings.Limit(3, Duration.ofSeconds(6)),
                    new ApiSettings.Failures(Duration.ofMinutes(1), 2)),
            new ProblemWriter(JsonMapper.shared()),
            meters);

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    private MockHttpServletResponse ask(String token) throws ServletException, IOException {
        return ask(token, "/api/v1/calls");
    }

    private MockHttpServletResponse ask(String token, String path) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr("198.51.100.7");
        request.addHeader("Authorization", "Bearer " + token);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    @Test
    void wrongTokensBeyondTheLimitAreRefusedWithTheTimeToWaitAndWithoutALine(CapturedOutput output)
            throws ServletException, IOException {
        assertThat(ask("wrong-one\u202e").getStatus()).isEqualTo(401);
        assertThat(ask("wrong-two").getStatus()).isEqualTo(401);
        MockHttpServletResponse third = ask("wrong-three");

        assertThat(third.getStatus()).isEqualTo(429);
        assertThat(third.getHeader("Retry-After")).isEqualTo("30");
        assertThat(third.getContentType()).startsWith("application/problem+json");
        assertThat(output.getAll().lines().filter(line -> line.contains("198.51.100.7")))
                .hasSize(2);
        assertThat(output.getAll()).doesNotContain("wrong-");
        assertThat(meters.counter("quell.api.wrong.tokens").count()).isEqualTo(3);
    }

    @Test
    void theRightTokenIsTakenHoweverManyWrongOnesCame() throws ServletException, IOException {
        for (int i = 0; i < 5; i++) {
            ask("wrong");
        }

        assertThat(ask(SECRET).getStatus()).isEqualTo(200);
    }

    @Test
    void afterTheWindowAWrongTokenIsAnsweredAgain() throws ServletException, IOException {
        for (int i = 0; i < 5; i++) {
            ask("wrong");
        }
        clock.advance(Duration.ofMinutes(1));

        assertThat(ask("wrong").getStatus()).isEqualTo(401);
    }

    @Test
    void requestsBeyondTheLimitAreRefusedWithTheTimeToWait() throws ServletException, IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(SECRET).getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse fourth = ask(SECRET);

        assertThat(fourth.getStatus()).isEqualTo(429);
        assertThat(fourth.getHeader("Retry-After")).isEqualTo("2");
        assertThat(fourth.getContentType()).startsWith("application/problem+json");

        clock.advance(Duration.ofSeconds(2));
        assertThat(ask(SECRET).getStatus()).isEqualTo(200);
        assertThat(ask(SECRET).getStatus()).isEqualTo(429);
    }

    @Test
    void theInterfaceIsLimitedHoweverItsPathIsWritten() throws ServletException, IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(SECRET, "/%61pi/v1/calls").getStatus()).isEqualTo(200);
        }
        assertThat(ask(SECRET, "/%61pi/v1/calls").getStatus()).isEqualTo(429);
        assertThat(ask(SECRET, "/api/v1/calls").getStatus()).isEqualTo(429);
    }

    @Test
    void whatIsNotOfTheInterfaceIsNotLimited() throws ServletException, IOException {
        for (int i = 0; i < 10; i++) {
            assertThat(ask(SECRET, "/asterisk/v1/ended").getStatus()).isEqualTo(200);
            assertThat(ask(SECRET, "/actuator/prometheus").getStatus()).isEqualTo(200);
        }
    }
}
