package dev.quell.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
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
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    private final IdempotencyFilter filter = new IdempotencyFilter(
            answers, limits, new IdempotencySettings(Duration.ofHours(24), 100), mock(ProblemWriter.class));
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

    @Test
    void whatFailedBehindItsDeedIsNotDoneAgain() throws ServletException, IOException {
        fails(true);

        assertThat(response.getStatus()).isEqualTo(500);
        verify(answers, never()).giveBack(anyString(), anyString());
        verify(answers).keep(anyString(), anyString(), any());
    }
}
