-- What AWS said is forgotten when it has long been told, and who awaited it when the case has ended.
create index event_received on workflow.event (received_at);

grant delete on workflow.event, workflow.awaited to sallyport_application;
