package dev.quell.console.calls;

import dev.quell.console.shell.Missing;
import dev.quell.security.people.Person;
import dev.quell.security.people.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people begin whose own first page is not made yet: {@code /sources} leads to the log. */
@Controller
class FirstPages {
    @GetMapping("/sources")
    String log(Person person) {
        if (!person.may(Right.CALLS)) {
            throw new Missing();
        }
        return "redirect:/calls";
    }
}
