package io.sallyport.authority;

import io.sallyport.rules.Finding;
import io.sallyport.workflow.HumanTask;
import java.util.List;

/**
 * A task as it is put before one person.
 *
 * @param packet what the person sees, frozen now
 * @param packetSha256 what the signature will cover
 * @param bars why this person may not decide; empty: may decide
 * @param signed who decided already
 */
public record DecisionRequest(
    HumanTask task,
    String program,
    String question,
    List<TaskPage.Choice> choices,
    Packet packet,
    String packetSha256,
    List<Finding> bars,
    List<SignedDecision> signed) {}
