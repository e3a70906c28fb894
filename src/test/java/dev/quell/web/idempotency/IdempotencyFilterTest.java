package dev.quell.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.security.ProblemWriter;
import dev.quell.security.people.Person;
import dev.quell.share.KeptAnswers;
import dev.quell.share.RateLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class IdempotencyFilterTest {

    private final KeptAnswers answers = mock(KeptAnswers.class);
    private final RateLimits limits = mock(RateLimits.class);
    private final ProblemWriter problems = mock(ProblemWriter.class);
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private final IdempotencyFilter filter =
            new IdempotencyFilter(answers, limits, new IdempotencySettings(Duration.ofHours(24), 100), problems, clock);
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void somebodyAsks() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        Person.program("token:a", Set.of()), null, AuthorityUtils.NO_AUTHORITIES));
        when(limits.ask(anyString(), anyInt(), any())).thenReturn(Duration.ZERO);
        when(answers.claim(anyString(), anyString(), any())).thenReturn(new KeptAnswers.Mine());
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
        RequestContextHolder.resetRequestAttributes();
    }

    /** What is behind the filter fails, before its deed or behind it. */
    private void fails(boolean done) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/tokens");
        request.addHeader(IdempotencyFilter.KEY, "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"");
        FilterChain chain = (asked, answer) -> {
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes((HttpServletRequest) asked));
            if (done) {
                Done.note();
            }
            ((HttpServletResponse) answer).setStatus(500);
        };
        filter.doFilter(request, response, chain);
    }

    @Test
    void whatFailedBeforeItsDeedMayBeTriedAgain() throws ServletException, IOException {
        fails(false);

        assertThat(response.getStatus()).isEqualTo(500);
        verify(answers).giveBack(anyString(), anyString());
        verify(answers, never()).keep(anyString(), anyString(), any());
    }

    /** The service was ended between a deed and its answer. */
    private String endedSince(Duration ago) throws ServletException, IOException {
        String mark = Mark.at(clock.instant().minus(ago));
        when(answers.claim(anyString(), anyString(), any())).thenReturn(new KeptAnswers.Running(mark));
        FilterChain chain = mock(FilterChain.class);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/tokens");
        request.addHeader(IdempotencyFilter.KEY, "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"");
        filter.doFilter(request, response, chain);
        verify(chain, never()).doFilter(any(), any());
        ArgumentCaptor<String> told = ArgumentCaptor.forClass(String.class);
        verify(problems).write(any(), eq(HttpStatus.CONFLICT), told.capture());
        return told.getValue();
    }

    @Test
    void whatBeganLongAgoAndWasNeverAnsweredIsNotDoneAgainAndSaysSo() throws ServletException, IOException {
        assertThat(endedSince(Duration.ofMinutes(15)))
                .contains("began at 2026-11-23T08:45:00Z and its outcome is unknown")
                .contains("Look at /api/v1/tokens and at /api/v1/audit");
    }

    @Test
    void whatBeganJustNowIsStillBeingDone() throws ServletException, IOException {
        assertThat(endedSince(Duration.ofMinutes(15).minusMillis(1))).contains("is still being done");
    }

    @Test
    void aKeyIsClaimedForItsWholeLife() throws ServletException, IOException {
        fails(false);

        verify(answers).claim(anyString(), anyString(), eq(Duration.ofHours(24)));
    }

    @Test
    void whatFailedBehindItsDeedIsNotDoneAgain() throws ServletException, IOException {
        fails(true);

        assertThat(response.getStatus()).isEqualTo(500);
        verify(answers, never()).giveBack(anyString(), anyString());
        verify(answers).keep(anyString(), anyString(), any());
    }
}
