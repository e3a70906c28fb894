package dev.quell.security.login;

import dev.quell.security.people.Way;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * {@code /login/left}: leads whoever has just signed out to where the sign-in at another service ends. A page does so and no redirect, since the pages' policy
 * lets no form lead to another site, over redirects neither.
 */
@Controller
public final class SignedOutElsewhere {

    /** What of a request says where to; set by whoever knows, before the session has ended. */
    public static final String ADDRESS = "quell.sign-out";

    static final String PAGE = "/login/left";

    private final OutsideLabels labels;

    SignedOutElsewhere(OutsideLabels labels) {
        this.labels = labels;
    }

    /** Where a request leads; empty if it ends here. */
    static Optional<String> address(HttpServletRequest request) {
        return request.getAttribute(ADDRESS) instanceof String address ? Optional.of(address) : Optional.empty();
    }

    @RequestMapping(
            path = PAGE,
            method = {RequestMethod.GET, RequestMethod.POST})
    String leave(HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<String> address = address(request);
        if (address.isEmpty()) {
            return "redirect:/";
        }
        response.setHeader("Refresh", "0;url=" + address.get());
        model.addAttribute("address", address.get())
                .addAttribute("label", labels.of(Way.OIDC).orElse(""));
        return "login/left";
    }
}
