package dev.quell.web.records;

import dev.quell.share.Provenance;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The header {@code Quell-Records} of an answer that was made of records: {@code shared}, of all instances, or {@code local}, of this one alone. */
@Component
final class RecordsHeader extends OncePerRequestFilter {

    private static final String NAME = "Quell-Records";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Provenance.<Exception>noted(note -> chain.doFilter(request, new Marked(response, note)));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** Writes the header before the first byte of the body. */
    private static final class Marked extends HttpServletResponseWrapper {
        private final HttpServletResponse response;
        private final Provenance note;

        Marked(HttpServletResponse response, Provenance note) {
            super(response);
            this.response = response;
            this.note = note;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            mark();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            mark();
            return super.getWriter();
        }

        private void mark() {
            Provenance.Source source = note.source();
            if (source != null) {
                response.setHeader(NAME, source.name().toLowerCase(Locale.ROOT));
            }
        }
    }
}
