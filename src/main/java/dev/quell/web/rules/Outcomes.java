package dev.quell.web.rules;

import dev.quell.deed.rules.RuleDeeds.Outcome;
import dev.quell.web.problem.ProblemException;

/** Tells what kept a change of rules from being made. */
final class Outcomes {
    private Outcomes() {}

    /** @throws ProblemException unless it was done */
    static void check(Outcome outcome) {
        switch (outcome) {
            case DONE -> {}
            case BUSY ->
                throw ProblemException.conflict(
                        "A trial runs already, or rules are changed on another instance just now; wait for it (GET /api/v1/rules/trial), or end it by DELETE.");
            case SAME -> throw ProblemException.conflict("These are the rules that decide now.");
            case GONE ->
                throw ProblemException.notFound(
                        "There is no such revision, no trial of this id with a result, or none that waits; see GET /api/v1/rules/revisions, /rules/trial and /rules/proposals.");
            case STALE ->
                throw ProblemException.conflict("Other rules decide since this trial began; try again against them.");
            case PERIL ->
                throw ProblemException.conflict(
                        "Callers of whom nothing is known, or one thing that proves nothing alone, would be kept from the agents; the site's file can say so if that is meant.");
            case ASKED ->
                throw ProblemException.conflict(
                        "The trial looked at fewer than 1,000 calls, or good talks would be met harder: it waits for a second person now, who confirms it by POST /api/v1/rules/proposals/{id}/confirm on any instance, or by the same request on this one.");
            case ALIKE ->
                throw ProblemException.conflict(
                        "Your account and that of whoever asked for it look like one person's; somebody else has to.");
            case HANDLED ->
                throw ProblemException.conflict(
                        "One person may be able to sign in with your account and with that of whoever asked for it, as one was made or changed lately by whoever has the other, or both still have the password that a third one set (GET /api/v1/audit?deed=account-made): somebody else has to, or in the latter case one of the two chooses a password of their own first, on the page /account.");
            case LAPSED ->
                throw ProblemException.conflict(
                        "Whoever asked for it, or made the token that would confirm it, has no account any more that may change rules, or the token was revoked or has expired by which it was asked for; try it again, or turn it down.");
            case OWN -> throw ProblemException.conflict("You have asked for it already; another person has to.");
            case CANNOT -> throw ProblemException.conflict("These rules cannot be over the site's file as it is now.");
        }
    }
}
