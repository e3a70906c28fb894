package dev.quell.web.heavy;

import dev.quell.security.Paths;
import dev.quell.security.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a few at once send or hear recordings and have reports made as PDF, on pages and over REST; who comes beyond is told to come again. So they never take
 * all threads that answer requests. It is asked when the person is known, before anything of a body is read.
 */
@Component
final class HeavyWork implements HandlerInterceptor, WebMvcConfigurer {

    static final int RECORDINGS = 4;
    static final int PAPERS = 2;

    private static final String AGAIN = "5";
    private static final String HELD = HeavyWork.class.getName();

    private final ProblemWriter problems;
    private final List<Kind> kinds = List.of(
            new Kind(
                    Pattern.compile("/api/v1/prompts/[^/]+/[^/]+|/treatments/audio"),
                    false,
                    new Semaphore(RECORDINGS),
                    "Some recordings are being sent or heard already; come again in " + AGAIN + " s."),
            new Kind(
                    Pattern.compile("/reports/report\\.pdf|/reports/sent/[^/]+/report\\.pdf"),
                    false,
                    new Semaphore(PAPERS),
                    "Two reports are being made as PDF; come again in " + AGAIN + " s."),
            new Kind(
                    Pattern.compile("/api/v1/reports(?:/sent/[^/]+)?"),
                    true,
                    new Semaphore(PAPERS),
                    "Two reports are being made as PDF; come again in " + AGAIN + " s."));

    HeavyWork(ProblemWriter problems) {
        this.problems = problems;
    }

    /**
     * What few may do at once.
     *
     * @param formatted whether it is only what is wanted as PDF
     */
    private record Kind(Pattern paths, boolean formatted, Semaphore places, String busy) {

        boolean isOf(HttpServletRequest request) {
            return paths.matcher(Paths.whole(request)).matches()
                    && (!formatted || "pdf".equalsIgnoreCase(request.getParameter("format")));
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<Kind> kind = kinds.stream().filter(each -> each.isOf(request)).findFirst();
        if (kind.isEmpty()) {
            return true;
        }
        if (kind.get().places().tryAcquire()) {
            request.setAttribute(HELD, kind.get().places());
            return true;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN);
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, kind.get().busy());
        } else {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        if (request.getAttribute(HELD) instanceof Semaphore places) {
            request.removeAttribute(HELD);
            places.release();
        }
    }
}
