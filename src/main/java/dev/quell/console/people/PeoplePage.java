package dev.quell.console.people;

import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.LastAdminException;
import dev.quell.security.people.OutsideAccountException;
import dev.quell.security.people.PasswordRules;
import dev.quell.security.people.Person;
import dev.quell.security.people.Role;
import dev.quell.security.people.Staff;
import dev.quell.security.people.Staff.Change;
import dev.quell.security.people.TooBusyException;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Tokens;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /people}: who may sign in, and the tokens of programs. */
@Controller
class PeoplePage {
    private static final String PAGE = "/people";
    private static final String ACCOUNT = "typed";
    private static final String DISABLED = "disabled";
    private static final String TOKEN = "typedToken";
    private static final List<String> NOTES = List.of(
            "added",
            "changed",
            "password",
            "disabled",
            "enabled",
            "revoked",
            "taken",
            "gone",
            "last-admin",
            "busy",
            "outside");

    private final Accounts accounts;
    private final Staff staff;
    private final Tokens tokens;
    private final Clock clock;

    PeoplePage(Accounts accounts, Staff staff, Tokens tokens, Clock clock) {
        this.accounts = accounts;
        this.staff = staff;
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String show(
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable String fault,
            @RequestParam(required = false) @Nullable String edit,
            Model model) {
        Optional<AccountRow> edited =
                Optional.ofNullable(edit).flatMap(accounts::find).map(AccountRow::of);
        model.addAttribute("note", note != null && NOTES.contains(note) ? note : "")
                .addAttribute("fault", fault != null && AccountFaults.isKey(fault) ? fault : "")
                .addAttribute("edited", edited.orElse(null))
                .addAttribute(
                        "left",
                        edited.filter(AccountRow::disabled)
                                .map(row -> tokens.heldOf(row.name()))
                                .orElse(List.of()));
        return page(model);
    }

    /** The page with what was typed into a form, and what is wrong with it. */
    private String again(Model model, HttpServletResponse response, String form, Object typed, String fault) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("note", "")
                .addAttribute("fault", fault)
                .addAttribute("edited", null)
                .addAttribute("left", List.of())
                .addAttribute(form, typed);
        return page(model);
    }

    private String page(Model model) {
        Instant now = clock.instant();
        if (!model.containsAttribute(ACCOUNT)) {
            model.addAttribute(ACCOUNT, AccountForm.EMPTY);
        }
        if (!model.containsAttribute(TOKEN)) {
            model.addAttribute(TOKEN, TokenForm.EMPTY);
        }
        List<AccountRow> rows = accounts.all().stream().map(AccountRow::of).toList();
        model.addAttribute("accounts", rows)
                .addAttribute("shared", SharedAgent.among(rows))
                .addAttribute(
                        "tokens",
                        tokens.all().stream()
                                .map(token -> TokenRow.of(token, tokens.seen(token), now))
                                .toList())
                .addAttribute(
                        "roles", Arrays.stream(Role.values()).map(Role::word).toList())
                .addAttribute(
                        "scopes", Arrays.stream(Scope.values()).map(Scope::word).toList())
                .addAttribute("terms", TokenForm.TERMS)
                .addAttribute("least", PasswordRules.LEAST);
        return "people/people";
    }

    @PostMapping(PAGE + "/accounts")
    String add(AccountForm form, Model model, HttpServletResponse response) {
        return form.faultOfNew(staff)
                .map(fault -> again(model, response, ACCOUNT, form, fault))
                .orElseGet(() -> make(form));
    }

    private String make(AccountForm form) {
        try {
            return note(staff.add(form.account(), form.whole()).isPresent() ? "added" : "taken");
        } catch (TooBusyException e) {
            return note("busy");
        }
    }

    @PostMapping(PAGE + "/accounts/{name}")
    String change(@PathVariable String name, AccountForm form) {
        if (accounts.find(name).filter(account -> !account.isLocal()).isPresent()) {
            return form.agentFault()
                    .map(key -> fault(key, name))
                    .orElseGet(() -> change(name, form.agentAlone(), "changed"));
        }
        return form.fault().map(key -> fault(key, name)).orElseGet(() -> change(name, form.changed(), "changed"));
    }

    @PostMapping(PAGE + "/accounts/{name}/password")
    String password(@PathVariable String name, AccountForm form) {
        return form.passwordFault(staff, name)
                .map(key -> fault(key, name))
                .orElseGet(() -> change(name, Change.password(String.valueOf(form.password())), "password"));
    }

    @PostMapping(PAGE + "/accounts/{name}/disable")
    String disable(@PathVariable String name) {
        String done = change(name, Change.disabled(true), DISABLED);
        return done.endsWith(DISABLED) && !tokens.heldOf(name).isEmpty() ? done + edit(name) : done;
    }

    @PostMapping(PAGE + "/accounts/{name}/enable")
    String enable(@PathVariable String name) {
        return change(name, Change.disabled(false), "enabled");
    }

    private String change(String name, Change wanted, String done) {
        try {
            Optional<Account> changed = staff.change(name, wanted);
            return note(changed.isPresent() ? done : "gone");
        } catch (OutsideAccountException e) {
            return note("outside");
        } catch (LastAdminException e) {
            return note("last-admin");
        } catch (TooBusyException e) {
            return note("busy");
        }
    }

    /** Makes a token. Its text is in this answer alone, which no browser keeps. */
    @PostMapping(PAGE + "/tokens")
    String make(TokenForm form, Person by, Model model, HttpServletResponse response) {
        if (form.fault().isPresent()) {
            return again(model, response, TOKEN, form, form.fault().get());
        }
        Tokens.Made made = tokens.make(
                form.words().orElseThrow(),
                form.wanted(),
                clock.instant().plus(form.term().orElseThrow()).truncatedTo(ChronoUnit.MILLIS),
                by.id());
        model.addAttribute("name", made.token().name())
                .addAttribute(
                        "scopes",
                        made.token().scopes().stream().sorted().map(Scope::word).toList())
                .addAttribute("until", made.token().expiresAt())
                .addAttribute("text", made.text());
        return "people/token";
    }

    private static String note(String word) {
        return "redirect:" + PAGE + "?note=" + word;
    }

    private static String fault(String key, String name) {
        return "redirect:" + PAGE + "?fault=" + key + (Account.isName(name) ? edit(name) : "");
    }

    private static String edit(String name) {
        return "&edit=" + name;
    }
}
