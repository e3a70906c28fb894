package dev.quell.security.login;

import dev.quell.security.ProblemWriter;
import dev.quell.security.Uploads;
import dev.quell.security.people.CurrentPerson;
import dev.quell.security.people.Right;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets forms with files in only for whoever may put recordings in place, and two at once: the search for the token against forged forms reads such a form whole,
 * and writes it to the disk. So would an error page, which is why none is shown here.
 */
final class UploadGate extends OncePerRequestFilter {

    private static final int AT_ONCE = 2;
    private static final String LATER = "5";

    private final ProblemWriter problems;
    private final Semaphore places = new Semaphore(AT_ONCE);

    UploadGate(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!Uploads.bring(request)) {
            chain.doFilter(request, response);
        } else if (CurrentPerson.find()
                .filter(person -> person.may(Right.TREAT))
                .isEmpty()) {
            problems.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "Recordings are put in place by people who may do that, signed in.");
        } else if (places.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, LATER);
            problems.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Two recordings are being put in place now; go back and send this one again in a moment.");
        }
    }
}
