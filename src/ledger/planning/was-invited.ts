/** SQL that says of a participant `p` whether an invitation went to them, whatever became of it. */
export const WAS_INVITED = `EXISTS (SELECT FROM messages m WHERE m.participant_id = p.id
  AND m.kind = 'invitation' AND m.state IN ('accepted', 'refused', 'uncertain'))`;
