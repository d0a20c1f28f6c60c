'use client';
import React from 'react';

const ErrorCodes: React.FC = () => {
  const errorCodes = [
    {
      code: 'KITE_TORN',
      status: 400,
      description: 'The kite is torn',
      resolution: 'Mend it'
    },
    { code: 'WIND_GONE', status: 503, description: `The day's wind is over`, resolution: 'Come back tomorrow' },
  ];
  return (<ul>{errorCodes.map(one => <li key={one.code}>{one.description}</li>)}</ul>);
};
