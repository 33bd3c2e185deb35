package io.sallyport.workflow.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a case is and has been, written in the engine's own transaction, so that pages ask a table
 * of ours and never the engine.
 */
@Component
class ActivityHistory implements HistoryEventHandler {

  private static final String ENTERED =
      """
      insert into workflow.activity (id, root_instance, process_instance, process, definition,
                                     activity, kind, entered_at)
      values (:id, :root, :instance, :process, :definition, :activity, :kind, :at)
      on conflict (id) do nothing
      """;

  private static final String LEFT =
      "update workflow.activity set left_at = :at, canceled = :canceled where id = :id";

  private final ObjectProvider<JdbcClient> jdbc;

  ActivityHistory(ObjectProvider<JdbcClient> jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricActivityInstanceEventEntity activity) {
      if (event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
        entered(activity);
      } else if (event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)) {
        left(activity);
      }
    }
  }

  private void entered(HistoricActivityInstanceEventEntity activity) {
    jdbc.getObject()
        .sql(ENTERED)
        .param("id", activity.getActivityInstanceId())
        .param("root", activity.getRootProcessInstanceId())
        .param("instance", activity.getProcessInstanceId())
        .param("process", activity.getProcessDefinitionKey())
        .param("definition", activity.getProcessDefinitionId())
        .param("activity", activity.getActivityId())
        .param("kind", activity.getActivityType())
        .param("at", instant(activity.getStartTime()).atOffset(ZoneOffset.UTC))
        .update();
  }

  private void left(HistoricActivityInstanceEventEntity activity) {
    jdbc.getObject()
        .sql(LEFT)
        .param("id", activity.getActivityInstanceId())
        .param("at", instant(activity.getEndTime()).atOffset(ZoneOffset.UTC))
        .param("canceled", activity.isCanceled())
        .update();
  }

  private static Instant instant(@Nullable Date date) {
    if (date == null) {
      throw new IllegalStateException("The engine tells when an activity was entered and left");
    }
    return date.toInstant();
  }
}
