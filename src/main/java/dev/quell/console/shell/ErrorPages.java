package dev.quell.console.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a browser is shown where there is no page, where one is closed, or where one failed. Shows nothing of the request. */
@Controller
class ErrorPages {
    private static final int FAILED = 500;
    private static final int TOO_MANY = 429;

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
        response.setStatus(status);
        model.addAttribute("status", status);
        model.addAttribute("kind", kind(status));
        return "shell/error";
    }

    /** Which words are shown. */
    private static String kind(int status) {
        return switch (status) {
            case HttpServletResponse.SC_FORBIDDEN -> "closed";
            case HttpServletResponse.SC_NOT_FOUND -> "missing";
            case TOO_MANY -> "many";
            default -> status < FAILED ? "refused" : "failed";
        };
    }
}
