package io.sallyport.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A task that waits for a person.
 *
 * @param key the task's id in the diagram, which its form and its page share
 * @param modelVersion the business key of the case
 * @param rootInstance the instance that the case began with
 * @param assignee subject id of the one person it is for
 * @param candidateGroups groups of which any member may take it: {@code /programs/p/role}
 */
public record HumanTask(
    String id,
    String key,
    String name,
    String modelVersion,
    String processInstance,
    String rootInstance,
    Optional<String> assignee,
    List<String> candidateGroups,
    Instant createdAt,
    Optional<Instant> dueAt) {}
