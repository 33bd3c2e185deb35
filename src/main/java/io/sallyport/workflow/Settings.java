package io.sallyport.workflow;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the engine.
 *
 * @param deployDifferences deploy the class path's diagrams at start when they differ from the
 *     release in force; for a laptop only, elsewhere only a decided change is deployed
 * @param hintLifetime how long the end of a job is offered to a case that does not wait for it yet;
 *     after that the timer re-reads
 * @param eventLifetime how long an event of AWS is kept, so that the same one coming again is
 *     known; a queue keeps it for 14 days at most
 * @param node this node's name, the same at each start and no other node's: what it had in hand
 *     when it was killed it takes up at its next start; empty: the machine's name
 * @param lockTime how long a step belongs to a node that has fallen silent; after that another node
 *     takes it up. A node that works renews its locks, so that a step may take longer
 * @param stepTimeMax how long a step may take; one that takes longer is believed to hang, and may
 *     be taken up by another node: of both, one is rolled back
 */
@Validated
@ConfigurationProperties("sallyport.workflow")
public record Settings(
    @DefaultValue("false") boolean deployDifferences,
    @DefaultValue("2m") Duration hintLifetime,
    @DefaultValue("30d") @DurationMin(days = 14) Duration eventLifetime,
    @DefaultValue("") @Pattern(regexp = "[A-Za-z0-9._-]{0,200}") String node,
    @DefaultValue("5m") @DurationMin(seconds = 1) Duration lockTime,
    @DefaultValue("2h") @DurationMin(seconds = 1) Duration stepTimeMax) {}
